#include "defensive.h"

#include <errno.h>
#include <sqlite3.h>
#include <stddef.h>

bool defend_connection(void *connection) {
  int is_on = 0;
  int result = sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, &is_on);
  return result == SQLITE_OK && is_on;
}

bool keep_log_on_close(void *connection, bool keeps) {
  int is_on = 0;
  int result = sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keeps, &is_on);
  return result == SQLITE_OK && is_on == keeps;
}

bool forgive_missing_pages(void *connection) {
  int is_on = 0;
  int result = sqlite3_db_config(connection, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, &is_on);
  return result == SQLITE_OK && is_on;
}

static bool says_no_room(int error) {
  return error == ENOSPC || error == EDQUOT || error == EFBIG;
}

bool connection_lacks_room(void *connection) {
  if (says_no_room(sqlite3_system_errno(connection))) return true;
  int error = 0;
  sqlite3_file_control(connection, "main", SQLITE_FCNTL_LAST_ERRNO, &error);
  if (says_no_room(error)) return true;
  // The log, or the rollback journal of a file that is being made.
  sqlite3_file *journal = NULL;
  sqlite3_file_control(connection, "main", SQLITE_FCNTL_JOURNAL_POINTER, &journal);
  if (journal == NULL || journal->pMethods == NULL) return false;
  error = 0;
  journal->pMethods->xFileControl(journal, SQLITE_FCNTL_LAST_ERRNO, &error);
  return says_no_room(error);
}
