package org.kaiyuan.leads;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An event that leads come from: a fair, a visit, a conference (西博会 …).
 *
 * @param endedOn null where it took one day
 */
public record Fair(
        FairId id,
        long version,
        String name,
        @Nullable String place,
        LocalDate heldOn,
        @Nullable LocalDate endedOn) {}
