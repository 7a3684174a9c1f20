#ifndef CHILD_H
#define CHILD_H

// What happens in the child between fork and exec. Async-signal-safe calls only.

/// Gives signals, limits and descriptors the state that a program expects from a shell, and becomes
/// `argv[0]`. Writes errno to `failure`, which closes on exec, where that does not work.
_Noreturn void child_becomes(char *const argv[], char *const envp[], const char *folder, int failure);

/// Ends the child, with errno as the reason that `child_has_become` gives.
_Noreturn void child_gives_up(int failure);

/// Signals as they are in a new process: none blocked, none ignored.
void child_resets_signals(void);

/// Waits until the child is the program. Returns 0, or -1 with the errno of the failed exec.
int child_has_become(int failure);

/// Closes, where open, and keeps errno, so that it can be called on the way out of a failure.
void close_all(const int *descriptors, int count);

#endif
