// Notices when the npm that started this command is gone, so that nothing is left running (and
// holding the port) after `kill -9` of npm, which no signal handler sees.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Parent process id and command line of a process, or undefined when it cannot be read. */
export function lookUp(pid) {
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
      return {
        parent,
        command: readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " "),
      };
    }
    if (process.platform === "win32") return undefined;
    const line = execFileSync("ps", ["-o", "ppid=,command=", "-p", String(pid)], {
      encoding: "utf8",
    });
    const [, parent, command] = line.match(/^\s*(\d+)\s+(.*)/) ?? [];
    return parent ? { parent: Number(parent), command: command ?? "" } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/**
 * Calls back once when npm, or the shell npm started this process in, has ended. Does nothing when
 * not started by npm: a process started with nohup may outlive its shell.
 */
export function whenAncestorsDie(callback) {
  if (!process.env.npm_lifecycle_event) return;
  const watched = [process.ppid];
  const shell = lookUp(process.ppid);
  if (
    shell &&
    !shell.command.startsWith("npm") &&
    lookUp(shell.parent)?.command.startsWith("npm")
  ) {
    watched.push(shell.parent);
  }
  const timer = setInterval(() => {
    if (watched.every(isAlive) && process.ppid === watched[0]) return;
    clearInterval(timer);
    callback();
  }, 500);
  timer.unref();
}
