package org.kaiyuan.services;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.files.AttachedFile;

/**
 * What somebody of an enterprise is filling in, together with colleagues.
 *
 * @param edition by which it is filled in
 * @param papers by material: its files
 * @param version a change names the one that it is based on
 */
public record CaseDraft(
        DraftId id,
        ServiceId service,
        int edition,
        ServiceNote note,
        ServiceTrack track,
        EnterpriseId enterprise,
        String enterpriseName,
        FilledIn filledIn,
        Map<String, List<AttachedFile>> papers,
        String updatedName,
        Instant updatedAt,
        @Nullable CaseId submitted,
        long version) {
    public FormAnswers answers() {
        return filledIn.answers();
    }
}
