package org.kaiyuan.services;

import java.time.Instant;

/**
 * What one gets for handing in.
 *
 * @param number to be named when asking
 * @param code with which anybody reads the progress without an account; shown once, then only in the enterprise's portal
 */
public record Receipt(CaseId caseId, String number, String code, Instant at) {}
