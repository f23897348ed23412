package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.plots.domain.Faults;
import org.kaiyuan.plots.domain.Plot;
import org.kaiyuan.plots.domain.Plots;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rights over the surface of a plot, above and below it (分层设权), each of its own holder, time and height. Two of one kind
 * never have the same room at the same time; they may touch in height, and follow each other from one day to the next.
 */
@Service
@Transactional
public class PlotRights {
    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);
    private static final BigDecimal DEEPEST = BigDecimal.valueOf(-9_999);
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(9_999);

    private final Plots plots;
    private final RightKeeping keeping;
    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final Clock clock;

    PlotRights(
            Plots plots,
            RightKeeping keeping,
            JdbcTemplate jdbc,
            ChangeHistory history,
            Clock clock) {
        this.plots = plots;
        this.keeping = keeping;
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Those over a plot, by kind and from when on; at most 500.
     *
     * @param asOf only those of this day; null for all, past and to come
     * @throws UnknownPlot when there is none
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
    public List<RightLine> of(PlotId id, @Nullable LocalDate asOf) {
        plots.get(id);
        if (asOf == null) {
            return keeping.find("plot_id = ?", id.value());
        }
        PlotPast.refuseBeyond(asOf);
        return keeping.find(
                "plot_id = ? and from_day <= ? and (to_day is null or to_day >= ?)",
                id.value(),
                asOf,
                asOf);
    }

    /**
     * Adds one.
     *
     * @throws UnknownPlot when there is none
     * @throws PlotHasEnded when others took its place
     * @throws PlotFieldsRefused when a field is not as it must be
     * @throws RightRefused when another of its kind has the room at that time
     */
    @PreAuthorize("hasRole('" + PlotPermissions.WRITE + "')")
    public UUID add(PlotId id, RightDraft draft) {
        var right = checked(draft);
        plots.hold(id).refuseEnded();
        if (keeping.find("plot_id = ?", id.value()).size() >= RightKeeping.MOST) {
            throw RightRefused.tooMany(RightKeeping.MOST);
        }
        refuseOverlap(id, UuidV7.next(), right);
        var added = keeping.insert(List.of(id), List.of(right)).getFirst();
        record(id, "rightAdded", null, right);
        return added;
    }

    /**
     * Changes one.
     *
     * @param basedOn the version that the person saw
     * @return the version that is stored then
     * @throws UnknownRight when there is none
     * @throws PlotHasEnded when others took the plot's place
     * @throws PlotChangedMeanwhile when somebody else was quicker
     * @throws PlotFieldsRefused when a field is not as it must be
     * @throws RightRefused when another of its kind has the room at that time
     */
    @PreAuthorize("hasRole('" + PlotPermissions.WRITE + "')")
    public long change(UUID id, long basedOn, RightDraft draft) {
        return store(hold(id, basedOn), draft, "rightChanged");
    }

    /**
     * Ends one with a day, past or to come.
     *
     * @see #change
     */
    @PreAuthorize("hasRole('" + PlotPermissions.WRITE + "')")
    public long end(UUID id, long basedOn, LocalDate lastDay) {
        var line = hold(id, basedOn);
        var r = line.right();
        return store(
                line,
                new RightDraft(
                        r.kind(),
                        r.holderId(),
                        r.holderName(),
                        r.from(),
                        lastDay,
                        r.lowM(),
                        r.highM(),
                        r.certificate(),
                        r.note()),
                "rightEnded");
    }

    private RightLine hold(UUID id, long basedOn) {
        var seen = one(id).orElseThrow(UnknownRight::new);
        plots.hold(seen.plot()).refuseEnded();
        var line = one(id).orElseThrow(UnknownRight::new);
        if (line.version() != basedOn) {
            throw new PlotChangedMeanwhile(line.version(), List.of());
        }
        return line;
    }

    private Optional<RightLine> one(UUID id) {
        return keeping.find("id = ?", id).stream().findFirst();
    }

    private long store(RightLine line, RightDraft draft, String act) {
        var right = checked(draft);
        if (right.equals(line.right())) {
            return line.version();
        }
        refuseOverlap(line.plot(), line.id(), right);
        jdbc.update(
                """
                update plots.vertical_right
                set kind = ?, holder_id = ?, holder_name = ?, from_day = ?, to_day = ?, low_m = ?, high_m = ?,
                    certificate = ?, note = ?, updated_at = ?, version = version + 1
                where id = ?\
                """,
                right.kind().name(),
                right.holderId(),
                right.holderName(),
                right.from(),
                right.to(),
                right.lowM(),
                right.highM(),
                right.certificate(),
                right.note(),
                Timestamp.from(clock.instant()),
                line.id());
        record(line.plot(), act, line.right(), right);
        return line.version() + 1;
    }

    private void refuseOverlap(PlotId plot, UUID self, RightDraft right) {
        keeping
                .find(
                        """
                        plot_id = ? and kind = ? and id <> ?
                        and from_day <= ? and coalesce(to_day, ?) >= ?
                        and coalesce(low_m, ?) < ? and coalesce(high_m, ?) > ?\
                        """,
                        plot.value(),
                        right.kind().name(),
                        self,
                        Objects.requireNonNullElse(right.to(), LATEST),
                        LATEST,
                        right.from(),
                        DEEPEST.subtract(BigDecimal.ONE),
                        Objects.requireNonNullElse(right.highM(), HIGHEST.add(BigDecimal.ONE)),
                        HIGHEST.add(BigDecimal.ONE),
                        Objects.requireNonNullElse(right.lowM(), DEEPEST.subtract(BigDecimal.ONE)))
                .stream()
                .findFirst()
                .ifPresent(other -> {
                    throw RightRefused.overlaps(
                            other.right().kind(),
                            other.right().holderName(),
                            other.right().from(),
                            other.right().to());
                });
    }

    private static RightDraft checked(RightDraft r) {
        var faults = new Faults();
        var holder = faults.neededText("holderName", r.holderName(), 200);
        day(r.from(), "from", faults);
        if (r.to() != null) {
            day(r.to(), "to", faults);
            if (r.to().isBefore(r.from())) {
                faults.add("to", "toBeforeFrom");
            }
        }
        var low = height(r.lowM(), "lowM", faults);
        var high = height(r.highM(), "highM", faults);
        if (low != null && high != null && high.compareTo(low) <= 0) {
            faults.add("highM", "heights");
        }
        var tidy =
                new RightDraft(
                        r.kind(),
                        r.holderId(),
                        holder,
                        r.from(),
                        r.to(),
                        low,
                        high,
                        faults.text("certificate", r.certificate(), 100),
                        faults.text("note", r.note(), 1000));
        faults.refuse();
        return tidy;
    }

    private static void day(LocalDate day, String field, Faults faults) {
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            faults.add(field, "day");
        }
    }

    private static @Nullable BigDecimal height(
            @Nullable BigDecimal height, String field, Faults faults) {
        if (height == null) {
            return null;
        }
        if (height.compareTo(DEEPEST) < 0 || height.compareTo(HIGHEST) > 0) {
            faults.add(field, "height", DEEPEST.toPlainString(), HIGHEST.toPlainString());
        }
        return faults.scaled(field, height, 2);
    }

    private void record(PlotId plot, String act, @Nullable RightDraft before, RightDraft after) {
        history.record(
                Plot.SUBJECT,
                plot.value(),
                act,
                List.of(
                        new FieldChange(
                                "right", before == null ? null : told(before), told(after))));
    }

    private static String told(RightDraft r) {
        return Stream.of(
                        r.kind().name(),
                        r.holderName(),
                        r.from() + " – " + (r.to() == null ? "" : r.to()),
                        r.lowM() == null && r.highM() == null
                                ? null
                                : (r.lowM() == null ? "" : r.lowM().toPlainString())
                                        + " – "
                                        + (r.highM() == null ? "" : r.highM().toPlainString())
                                        + " m",
                        r.certificate(),
                        r.note())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("，"));
    }
}
