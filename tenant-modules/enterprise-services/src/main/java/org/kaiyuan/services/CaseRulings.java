package org.kaiyuan.services;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.WhoDecides;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.springframework.stereotype.Component;

/** Who decides a case: asked at its acceptance, and again only to show that the list has changed since. */
@Component
class CaseRulings {
    private final WhoDecides whoDecides;
    private final Clock clock;

    CaseRulings(WhoDecides whoDecides, Clock clock) {
        this.whoDecides = whoDecides;
        this.clock = clock;
    }

    /** Of that day; the park's own affairs are its own. */
    CaseRuling ask(ServiceTrack track, @Nullable MatterId matter, LocalDate on) {
        if (track != ServiceTrack.STATUTORY || matter == null) {
            return new CaseRuling(CaseCourse.OWN, null, null, null, null, on);
        }
        var ruling =
                SystemActing.inTenant(
                        CurrentTenant.get(), () -> whoDecides.decides(matter, null, on));
        var entry = ruling.entry();
        return new CaseRuling(
                ruling.isHere() ? CaseCourse.HERE : CaseCourse.UPPER,
                ruling.body(),
                ruling.isHere() && entry != null ? entry.id() : null,
                ruling.why(),
                entry == null ? null : basis(entry.note()),
                on);
    }

    /** What would be answered today; null where it is the same, or nothing was asked. */
    @Nullable CaseRuling now(Held held) {
        var frozen = held.ruling();
        if (frozen == null || frozen.course() == CaseCourse.OWN) {
            return null;
        }
        var now = ask(held.track(), held.matter(), LocalDate.now(clock));
        boolean same =
                now.course() == frozen.course()
                        && Objects.equals(now.body(), frozen.body())
                        && Objects.equals(now.entry(), frozen.entry())
                        && now.why() == frozen.why();
        return same ? null : now;
    }

    /** Such as 德阳市人民政府 德府发〔2026〕1号. */
    private static @Nullable String basis(EntryNote note) {
        var said =
                Stream.of(note.document().issuer(), note.document().number())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
        return said.isEmpty() ? null : said;
    }
}
