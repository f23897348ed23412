package org.kaiyuan.services;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;

/**
 * What the counter takes in for the person in front of the desk.
 *
 * @param enterprise null for one that is not in the directory
 * @param held materials that were shown or handed over on paper
 */
public record CounterNote(
        ServiceId service,
        @Nullable EnterpriseId enterprise,
        String enterpriseName,
        @Nullable String creditCode,
        Applicant applicant,
        FormAnswers answers,
        boolean pledged,
        Set<String> deferred,
        Set<String> held) {}
