// Records what SQLite writes to a disk and when it asks the disk to keep it, so that a test can work
// out what a power cut at any moment might leave.
//
// It stands between SQLite and its usual file system layer (a VFS) for all connections of this
// process. Shared memory (-shm) is not recorded: it does not survive a power cut.

#ifndef POWER_CUT_H
#define POWER_CUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum power_cut_kind {
  POWER_CUT_CREATE = 1,   ///< a file that was not there was made
  POWER_CUT_WRITE = 2,    ///< bytes were written
  POWER_CUT_TRUNCATE = 3, ///< the file was cut off at `offset`
  POWER_CUT_SYNC = 4,     ///< all of the file so far is on the disk for good
  POWER_CUT_DELETE = 5,   ///< the file was removed; for good where `offset` is 1
  POWER_CUT_MARK = 6,     ///< not the disk's: the test's own mark, in `offset`
};

struct power_cut_operation {
  int32_t kind;
  int32_t file;          ///< which file: what `power_cut_name` takes
  int64_t offset;
  int64_t length;        ///< of `bytes`; 0 where nothing was written
  const uint8_t *bytes;
};

/// Makes all connections that are opened from now on go through the recorder; 0 where that worked.
int power_cut_install(void);

/// Records from now on, or no longer.
void power_cut_record(bool is_on);

/// Puts a mark of the test's own among the operations.
void power_cut_mark(int64_t value);

/// How many operations were recorded.
size_t power_cut_count(void);

/// One of them, in the order they were asked for; valid while nothing is recorded.
struct power_cut_operation power_cut_operation_at(size_t index);

/// The path of a file.
const char *power_cut_name(int32_t file);

#endif
