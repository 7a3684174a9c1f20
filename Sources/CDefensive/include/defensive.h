// What Swift cannot call, or not without pointers to SQLite's own structures.

#ifndef DEFENSIVE_H
#define DEFENSIVE_H

#include <stdbool.h>

/// Keeps statements on an SQLite connection from damaging the file on purpose: writing the schema's
/// table, the shadow tables or pages directly. Returns whether SQLite agreed.
bool defend_connection(void *connection);

/// Whether the disk, a quota or a limit on a file's size was in the way of a connection's last write
/// that failed.
///
/// SQLite knows ENOSPC alone for a full disk; for the rest only the system's own number tells, which
/// it keeps with each file.
bool connection_lacks_room(void *connection);

/// Keeps SQLite from folding the log into the file when the last connection to it is closed, or lets
/// it. Returns whether it agreed.
bool keep_log_on_close(void *connection, bool keeps);

/// Has SQLite read a file that is shorter than it says as far as it goes. Returns whether it agreed.
///
/// For a connection that only reads: the switch lets the schema be written as well.
bool forgive_missing_pages(void *connection);

#endif
