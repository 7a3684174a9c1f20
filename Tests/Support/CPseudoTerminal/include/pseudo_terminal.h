// Starts programs for tests: in a pseudo-terminal of their own, or on pipes. Swift may not fork, and
// between fork and exec only async-signal-safe calls are allowed; so this part is C.
//
// Functions return -1 and set errno where they fail. All descriptors are close-on-exec.

#ifndef PSEUDO_TERMINAL_H
#define PSEUDO_TERMINAL_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>
#include <termios.h>

/// A program in a pseudo-terminal, as the leader of its session or, with job control, as the
/// foreground job of a leader that is a copy of this process.
struct terminal_program {
  pid_t leader;   ///< the child to wait for; it ends as the program ends
  pid_t program;  ///< the program itself, to send signals to; the leader where there is no job control
  int exited;     ///< a pidfd of the leader: readable when it has ended
  int master;     ///< the terminal's side of the pseudo-terminal; never blocks
  int slave;      ///< the program's side, kept so that its modes can be read after the program's end
  int control;    ///< news from and orders to the job-control leader; -1 without one
  struct termios modes;  ///< as they were before there was a program that could change them
};

/// Starts `argv[0]`, a path, in a new pseudo-terminal of the given size.
int terminal_program_start(struct terminal_program *started, char *const argv[], char *const envp[],
                           const char *folder, int rows, int columns, bool job_control);

/// What a job-control leader tells over `control`.
enum job_news_kind { JOB_STARTED = 1, JOB_STOPPED = 2, JOB_FAILED = 3 };

struct job_news {
  int32_t kind;
  int32_t value;  ///< the program's id, the signal that stopped it, or the errno of a failed exec
};

/// Reads the next news of a job-control leader; waits for it.
int terminal_program_news(const struct terminal_program *program, struct job_news *news);

/// Brings a stopped program back to the foreground and continues it, as `fg` does in a shell.
int terminal_program_continue(const struct terminal_program *program);

/// Sets the size; the kernel then sends SIGWINCH to the foreground group if the size is another one.
int terminal_resize(int master, int rows, int columns);

/// A program on three pipes, the leader of a session without a terminal.
struct piped_program {
  pid_t program;
  int exited;  ///< a pidfd: readable when the program has ended
  int input;   ///< our ends of the pipes; none blocks
  int output;
  int error;
};

/// Starts `argv[0]`, a path, with pipes for standard input, output and error.
int piped_program_start(struct piped_program *started, char *const argv[], char *const envp[],
                        const char *folder);

/// How many cells the C library gives to a character in UTF-8: 0, 1 or 2; -1 for one that has none.
int width_in_cells(uint32_t scalar);

#endif
