package org.kaiyuan.delegation;

/** An entry as a version of its list has it. */
public record WrittenEntry(EntryId id, EntryNote note) {}
