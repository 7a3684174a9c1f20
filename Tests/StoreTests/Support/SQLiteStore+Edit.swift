import Store

extension SQLiteStore {
  /// Makes one edit of the workspace, as somebody whose steps no test asks about.
  func edit(_ edit: StructureEdit) throws(StoreError) -> WorkspaceStructure {
    try self.edit([edit], by: "Somebody", at: .test)
  }
}
