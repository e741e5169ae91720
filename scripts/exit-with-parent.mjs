// Loaded before the build and the web server: when the process that started it is gone, even by
// `kill -9`, the channel between them closes and it ends, so that it keeps neither port nor lock.
process.on("disconnect", () => process.exit(1));
// A build ends by itself; an open channel must not hold it. Its workers need theirs.
if (process.argv.includes("build")) process.channel?.unref();
