module greeting
