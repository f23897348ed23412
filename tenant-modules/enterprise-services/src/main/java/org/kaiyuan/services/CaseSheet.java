package org.kaiyuan.services;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case, whole.
 *
 * @param parts of a bundle: its cases; else empty
 * @param partOf the bundle's case; null where it is of none
 * @param ruling null before acceptance
 * @param rulingNow what would be answered today where it differs; null where it does not
 * @param extensionAsked reason of an extension that waits for approval
 * @param acts what whoever looks may do next
 * @param deferredDueOn day by which 容缺 papers were promised
 */
public record CaseSheet(
        CaseRow row,
        String serviceCode,
        int edition,
        ServiceNote note,
        @Nullable String creditCode,
        Applicant applicant,
        StepKind step,
        FormAnswers answers,
        List<CaseMaterial> materials,
        List<CaseEvent> events,
        List<CaseStop> stops,
        List<CaseOpinion> opinions,
        List<CaseLetter> letters,
        @Nullable CaseRuling ruling,
        @Nullable CaseRuling rulingNow,
        @Nullable String supplementAsked,
        @Nullable LocalDate supplementDueOn,
        @Nullable LocalDate deferredDueOn,
        @Nullable String extensionAsked,
        boolean pledged,
        @Nullable String decision,
        @Nullable String deliveredHow,
        @Nullable String archiveHash,
        @Nullable CaseId partOf,
        List<CaseRow> parts,
        Set<CaseAct> acts) {}
