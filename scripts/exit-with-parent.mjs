// Loaded before the web server: when the process that started it is gone, even by `kill -9`, the
// channel between them closes and the server ends, so that it does not keep the port.
process.on("disconnect", () => process.exit(1));
