const fs = require("fs");
const http = require("http");

const version = "1";
const token = fs.readFileSync("/run/secrets/token", "utf8");

const server = http.createServer((request, response) => {
  if (request.method === "POST") {
    let size = 0;
    request.on("data", (part) => { size += part.length; });
    request.on("end", () => { response.writeHead(201); response.end(String(size)); });
  } else if (request.url === "/healthz") {
    response.end("ok");
  } else if (request.url === "/") {
    response.end(`${process.env.GREETING} ${version} ${token.length}`);
  } else {
    response.writeHead(404);
    response.end();
  }
});

server.listen(3000);
process.on("SIGTERM", () => server.close(() => process.exit(0)));
