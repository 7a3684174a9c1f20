#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "child.h"
#include "pseudo_terminal.h"

static int never_blocks(int descriptor) {
  return fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK);
}

int piped_program_start(struct piped_program *started, char *const argv[], char *const envp[],
                        const char *folder) {
  enum { IN_READ, IN_WRITE, OUT_READ, OUT_WRITE, ERR_READ, ERR_WRITE, FAIL_READ, FAIL_WRITE, COUNT };
  int ends[COUNT] = {-1, -1, -1, -1, -1, -1, -1, -1};
  pid_t child = -1;
  int exited = -1;
  for (int pair = 0; pair < COUNT; pair += 2)
    if (pipe2(ends + pair, O_CLOEXEC) != 0) goto failed;
  // Only our ends: O_NONBLOCK belongs to an end, and programs expect theirs to block.
  if (never_blocks(ends[IN_WRITE]) != 0 || never_blocks(ends[OUT_READ]) != 0 ||
      never_blocks(ends[ERR_READ]) != 0)
    goto failed;

  child = fork();
  if (child < 0) goto failed;
  if (child == 0) {
    // A session of its own has no terminal: what a test runs cannot ask the developer's.
    if (setsid() < 0 || dup2(ends[IN_READ], 0) < 0 || dup2(ends[OUT_WRITE], 1) < 0 ||
        dup2(ends[ERR_WRITE], 2) < 0)
      child_gives_up(ends[FAIL_WRITE]);
    child_becomes(argv, envp, folder, ends[FAIL_WRITE]);
  }

  close_all((int[]){ends[IN_READ], ends[OUT_WRITE], ends[ERR_WRITE], ends[FAIL_WRITE]}, 4);
  ends[IN_READ] = ends[OUT_WRITE] = ends[ERR_WRITE] = ends[FAIL_WRITE] = -1;
  exited = pidfd_open(child, 0);
  if (exited < 0 || child_has_become(ends[FAIL_READ]) != 0) goto failed;
  close(ends[FAIL_READ]);
  *started = (struct piped_program){
      .program = child,
      .exited = exited,
      .input = ends[IN_WRITE],
      .output = ends[OUT_READ],
      .error = ends[ERR_READ],
  };
  return 0;

failed:
  if (child > 0) {
    int kept = errno;
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    errno = kept;
  }
  close_all(&exited, 1);
  close_all(ends, COUNT);
  return -1;
}
