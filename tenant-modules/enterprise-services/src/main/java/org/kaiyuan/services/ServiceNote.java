package org.kaiyuan.services;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an edition of a service says.
 *
 * @param english null where there is none
 * @param statutoryDays working days that the law gives; null where no law does
 * @param promisedDays working days that the park promises; never more than the law gives
 * @param visits how often one has to come
 * @param window where to hand in; null where only online
 * @param parts services of a BUNDLE, in their order; else empty
 */
public record ServiceNote(
        GuideText guide,
        @Nullable GuideText english,
        List<LegalGround> grounds,
        List<Material> materials,
        ServiceKind kind,
        @Nullable Integer statutoryDays,
        int promisedDays,
        Set<HandlingMode> modes,
        int visits,
        @Nullable String window,
        List<String> topics,
        FormDefinition form,
        Procedure procedure,
        List<LetterTemplate> letters,
        List<ServiceId> parts) {
    public ServiceNote {
        grounds = List.copyOf(grounds);
        materials = List.copyOf(materials);
        modes = Set.copyOf(modes);
        topics = List.copyOf(topics);
        letters = List.copyOf(letters);
        parts = List.copyOf(parts);
    }

    public String title() {
        return guide.title();
    }
}
