package org.kaiyuan.ui.services;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.kaiyuan.services.FormDefinition;
import org.kaiyuan.services.FormSection;
import org.kaiyuan.services.GuideText;
import org.kaiyuan.services.Procedure;
import org.kaiyuan.services.ProcedureStep;
import org.kaiyuan.services.ServiceKind;
import org.kaiyuan.services.ServiceNote;
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.services.StepKind;

/** What a new service begins with, so that nobody writes what is the same everywhere. */
final class ServiceBeginnings {
    /** Only a beginning: who writes the service says what is promised. */
    private static final int DAYS = 5;

    private ServiceBeginnings() {}

    static ServiceNote note(ServiceTrack track, String title, String section) {
        return new ServiceNote(
                new GuideText(title, null, null, null, null, null, null),
                null,
                List.of(),
                List.of(),
                ServiceKind.COMMITTED,
                null,
                DAYS,
                Set.of(),
                0,
                null,
                List.of(),
                new FormDefinition(List.of(new FormSection(section, null, List.of()))),
                procedure(track),
                ServiceStandardLetters.of(track),
                List.of());
    }

    private static Procedure procedure(ServiceTrack track) {
        var steps =
                track == ServiceTrack.TICKET
                        ? List.of(
                                StepKind.APPLY, StepKind.REVIEW, StepKind.DECIDE, StepKind.ARCHIVE)
                        : Arrays.asList(StepKind.values());
        return new Procedure(
                steps.stream().map(one -> new ProcedureStep(one, null, null, Set.of())).toList(),
                List.of());
    }
}
