package org.kaiyuan.services;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.calendar.DayExplained;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.services.domain.CaseClock;
import org.springframework.stereotype.Component;

/** The clock of a case as people see it. */
@Component
class CaseClocks {
    private final CaseStore store;
    private final WorkingDays workingDays;
    private final Messages messages;
    private final Clock clock;

    CaseClocks(CaseStore store, WorkingDays workingDays, Messages messages, Clock clock) {
        this.store = store;
        this.workingDays = workingDays;
        this.messages = messages;
        this.clock = clock;
    }

    CaseClockView of(Held held) {
        var today = LocalDate.now(clock);
        var now = store.clock(held);
        var times = now.of();
        return new CaseClockView(
                times.startedOn(),
                held.deemed(),
                times.days(),
                times.lawDays(),
                times.extensionDays(),
                held.decidedOn() == null ? CaseClock.known(now::dueOn) : held.dueOn(),
                held.decidedOn() == null
                        ? CaseClock.known(now::statutoryDueOn)
                        : held.statutoryDueOn(),
                CaseClock.known(() -> now.remaining(today)),
                times.stopped(),
                times.stops(),
                now.explained(today).stream().map(this::inWords).toList(),
                now.missingYear());
    }

    /** Working days left today for a list; null where nothing is due, or nobody can say. */
    @Nullable Integer remaining(@Nullable LocalDate dueOn, @Nullable LocalDate stoppedSince) {
        if (dueOn == null || stoppedSince != null) {
            return null;
        }
        var calendar = workingDays.calendar();
        return CaseClock.known(() -> calendar.between(LocalDate.now(clock), dueOn));
    }

    private DayExplained inWords(DayExplained day) {
        var stop = day.stop();
        return stop == null
                ? day
                : new DayExplained(
                        day.day(),
                        day.nature(),
                        day.holiday(),
                        messages.of(StopReason.valueOf(stop)),
                        day.counted());
    }
}
