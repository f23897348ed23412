package org.kaiyuan.delegation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a granted request says of the entry that it leads to.
 *
 * @param matter of the park's catalogue; null where the request named it freely: it has to be added there first
 * @param document by which it was granted
 * @param conditions of the grant
 */
public record GrantedPower(
        PowerRequestId request,
        @Nullable MatterId matter,
        @Nullable String matterCode,
        String matterName,
        String originalAuthority,
        LocalDate grantedOn,
        EntryNote.Paper document,
        @Nullable String conditions) {
    /** 直接下放 takes effect 30 days after the decision where the decree says nothing: domain.md, "Delegation". */
    private static final int DIRECT_DAYS = 30;

    /** The entry as it may be drafted. */
    public EntryNote note(MatterId chosen, String receivingBody, DelegationMode mode) {
        var first = mode == DelegationMode.DIRECT ? grantedOn.plusDays(DIRECT_DAYS) : grantedOn;
        return new EntryNote(
                chosen,
                EntryAct.GRANT,
                null,
                originalAuthority,
                receivingBody,
                mode,
                new EntryNote.Scope(null, null, null, conditions),
                EntryNote.Days.from(first),
                document,
                EntryNote.Paper.NONE,
                EntryNote.Particulars.NONE,
                null);
    }
}
