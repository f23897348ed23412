package org.kaiyuan.services;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.WhyNot;

/**
 * What the delegation module answered at acceptance, frozen.
 *
 * @param body who decides
 * @param basis which decree or list says so
 */
public record CaseRuling(
        CaseCourse course,
        @Nullable String body,
        @Nullable EntryId entry,
        @Nullable WhyNot why,
        @Nullable String basis,
        LocalDate asOf) {}
