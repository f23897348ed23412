package org.kaiyuan.services;

import java.time.Instant;

/** A draft in a list. */
public record DraftRow(DraftId id, String title, String updatedName, Instant updatedAt) {}
