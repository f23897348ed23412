package org.kaiyuan.services;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A day of a case comes near, or has passed.
 *
 * @param daysLeft working days; less than 0 once it has passed
 */
public record CaseDue(UUID caseId, String receipt, String kind, LocalDate dueOn, int daysLeft) {}
