package org.kaiyuan.platform.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What looking through a chain has shown.
 *
 * @param whole whether every link was looked at, or the newest only
 * @param links how many were looked at
 * @param lines how many lines they cover
 * @param waiting lines that no link covers yet
 * @param fault what is wrong first; null where nothing is
 * @param faultyLink the number of the link where it is
 * @param head the number of the newest link; 0 where there is none
 * @param headHash of the newest link, in hexadecimal: printed or kept elsewhere it proves later that nothing
 *     before it was touched
 */
public record Verification(
        Instant at,
        boolean whole,
        long links,
        long lines,
        long waiting,
        @Nullable ChainFault fault,
        @Nullable Long faultyLink,
        long head,
        @Nullable String headHash) {

    @JsonProperty
    public boolean sound() {
        return fault == null;
    }
}
