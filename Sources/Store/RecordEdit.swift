public import Pipeline

/// One edit of meetings and contacts, which boards read when they need them.
///
/// None of these moves `structureVersion`, so that minutes being written down do not make every
/// open board load anew.
public enum RecordEdit: Hashable, Sendable {
  /// Keeps what was written down so far, in place of the draft of the same kind, pipeline and scope.
  case keepDraft(MeetingDraft)
  /// Forgets the draft of this kind, pipeline and scope, whatever its text.
  case dropDraft(MeetingDraft)
  /// Ends a meeting: its draft becomes its minutes. Sent twice, it is held once.
  case endMeeting(MeetingDraft, on: Day, at: Instant)
  /// Keeps how a contact is reached, in place of what was known of the same name and organization.
  case saveContact(Contact)
  /// Keeps how a contact is reached, beside what is known of them already, and that an actor did so
  /// last, which is no step.
  case editContact(ContactEdit, by: String, at: Instant)
  /// Forgets the contact of this name and organization.
  case removeContact(Contact)
}
