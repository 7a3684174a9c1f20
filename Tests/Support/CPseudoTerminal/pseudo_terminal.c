#define _GNU_SOURCE
#include "pseudo_terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/pidfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "child.h"
#include "job_control.h"

int terminal_resize(int master, int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(master, TIOCSWINSZ, &size);
}

/// Opens both sides. Modes are the kernel's defaults and, as terminals of today set it, UTF-8.
static int open_both_sides(int *master, int *slave, struct termios *modes, int rows, int columns) {
  char name[64];
  *master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  if (*master < 0) return -1;
  if (grantpt(*master) != 0 || unlockpt(*master) != 0) return -1;
  if (ptsname_r(*master, name, sizeof name) != 0) return -1;
  *slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (*slave < 0) return -1;
  if (tcgetattr(*slave, modes) != 0) return -1;
  modes->c_iflag |= IUTF8;
  if (tcsetattr(*slave, TCSANOW, modes) != 0) return -1;
  return terminal_resize(*master, rows, columns);
}

/// In the child: makes the slave the terminal of a new session and standard input, output and error.
static int take_terminal(int slave) {
  if (setsid() < 0 || ioctl(slave, TIOCSCTTY, 0) != 0) return -1;
  for (int target = 0; target < 3; target++)
    if (dup2(slave, target) < 0) return -1;
  return 0;
}

/// Waits for the outcome of the exec and, under job control, for the program's id.
static int await_start(struct terminal_program *started, int failure) {
  if (started->control < 0) return child_has_become(failure);
  struct job_news news;
  if (terminal_program_news(started, &news) != 0) return -1;
  if (news.kind == JOB_STARTED) {
    started->program = news.value;
    return 0;
  }
  errno = news.value;
  return -1;
}

int terminal_program_start(struct terminal_program *started, char *const argv[], char *const envp[],
                           const char *folder, int rows, int columns, bool job_control) {
  int master = -1, slave = -1, failure[2] = {-1, -1}, control[2] = {-1, -1};
  pid_t child = -1;
  struct termios modes;
  if (open_both_sides(&master, &slave, &modes, rows, columns) != 0) goto failed;
  if (pipe2(failure, O_CLOEXEC) != 0) goto failed;
  if (job_control && socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, control) != 0)
    goto failed;

  child = fork();
  if (child < 0) goto failed;
  if (child == 0) {
    if (take_terminal(slave) != 0) child_gives_up(failure[1]);
    if (job_control) lead_job(argv, envp, folder, control[1]);
    child_becomes(argv, envp, folder, failure[1]);
  }

  close_all((int[]){failure[1], control[1]}, 2);
  failure[1] = control[1] = -1;
  *started = (struct terminal_program){
      .leader = child,
      .program = child,
      .exited = pidfd_open(child, 0),
      .master = master,
      .slave = slave,
      .control = control[0],
      .modes = modes,
  };
  if (started->exited < 0 || await_start(started, failure[0]) != 0) goto failed;
  close(failure[0]);
  return 0;

failed:
  if (child > 0) {
    int kept = errno;
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    close_all(&started->exited, 1);
    errno = kept;
  }
  close_all((int[]){master, slave, failure[0], failure[1], control[0], control[1]}, 6);
  return -1;
}

int terminal_program_news(const struct terminal_program *program, struct job_news *news) {
  ssize_t count;
  do count = read(program->control, news, sizeof *news);
  while (count < 0 && errno == EINTR);
  if (count == (ssize_t)sizeof *news) return 0;
  if (count >= 0) errno = EPIPE;
  return -1;
}

int terminal_program_continue(const struct terminal_program *program) {
  char order = 'c';
  return send(program->control, &order, 1, MSG_NOSIGNAL) == 1 ? 0 : -1;
}
