import importlib.machinery
import importlib.util

import greeting

loader = importlib.machinery.SourceFileLoader('answer', '/usr/local/bin/answer')
answer = importlib.util.module_from_spec(importlib.util.spec_from_loader('answer', loader))
loader.exec_module(answer)
answer.main(greeting.TEXT)
