#define _GNU_SOURCE
#include "job_control.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "child.h"
#include "pseudo_terminal.h"

static void tell(int control, int32_t kind, int32_t value) {
  struct job_news news = {kind, value};
  (void)!send(control, &news, sizeof news, MSG_NOSIGNAL);
}

/// Ends this process as the program has ended, so that whoever waits for it sees the program's end.
static _Noreturn void end_as(int status) {
  if (WIFSIGNALED(status)) {
    struct rlimit no_core = {0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    child_resets_signals();
    raise(WTERMSIG(status));
  }
  _exit(WEXITSTATUS(status));
}

void lead_job(char *const argv[], char *const envp[], const char *folder, int control) {
  child_resets_signals();
  // Handing the terminal over from the background would stop this process otherwise.
  signal(SIGTTOU, SIG_IGN);
  // No exec closes the test process's descriptors here: another test's pseudo-terminal would stay
  // open, and its program would never see its terminal hang up.
  if (dup2(control, 3) < 0) _exit(126);
  control = 3;
  close_range(4, ~0U, 0);

  int failure[2];
  if (pipe2(failure, O_CLOEXEC) != 0) _exit(126);
  pid_t job = fork();
  if (job < 0) _exit(126);
  if (job == 0) {
    setpgid(0, 0);
    tcsetpgrp(0, getpid());
    child_becomes(argv, envp, folder, failure[1]);
  }
  setpgid(job, job);
  close(failure[1]);
  if (child_has_become(failure[0]) != 0) {
    tell(control, JOB_FAILED, errno);
    _exit(127);
  }
  close(failure[0]);
  tell(control, JOB_STARTED, job);

  for (;;) {
    int status;
    if (waitpid(job, &status, WUNTRACED) < 0) {
      if (errno == EINTR) continue;
      _exit(126);
    }
    if (!WIFSTOPPED(status)) end_as(status);
    tcsetpgrp(0, getpgrp());
    tell(control, JOB_STOPPED, WSTOPSIG(status));
    char order;
    if (read(control, &order, 1) != 1) _exit(0);
    tcsetpgrp(0, job);
    kill(-job, SIGCONT);
  }
}
