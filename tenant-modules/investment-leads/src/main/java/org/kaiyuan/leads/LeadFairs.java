package org.kaiyuan.leads;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The fairs that leads come from, and what came of each. */
@Service
@Transactional
public class LeadFairs {
    /** The largest page. */
    public static final int MOST = 200;

    static final String SUBJECT = "leads.fair";
    private static final String COLUMNS = "f.id, f.version, f.name, f.place, f.held_on, f.ended_on";

    private final JdbcTemplate jdbc;
    private final LeadSight sight;
    private final ChangeHistory history;

    LeadFairs(JdbcTemplate jdbc, LeadSight sight, ChangeHistory history) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.history = history;
    }

    /**
     * A page with results, the last held first; one statement.
     *
     * @param after {@link FairPage#next()} of the page before, null for the first
     * @param limit at most {@link #MOST}
     * @throws LeadCursorRefused when {@code after} is none of ours
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
    public FairPage list(@Nullable String after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var seen = sight.seen();
        var arguments = new ArrayList<Object>();
        var from = "";
        if (after != null) {
            from = "where (f.held_on, f.id) < (?, ?)";
            arguments.addAll(begin(after));
        }
        arguments.add(most + 1);
        arguments.addAll(seen.arguments());
        var rows =
                jdbc.query(
                        results(
                                "select * from leads.fair f "
                                        + from
                                        + " order by f.held_on desc, f.id desc limit ?",
                                seen),
                        LeadFairs::result,
                        arguments.toArray());
        if (rows.size() <= most) {
            return new FairPage(rows, null);
        }
        var page = List.copyOf(rows.subList(0, most));
        return new FairPage(page, cursor(page.getLast().fair()));
    }

    /**
     * One with its results.
     *
     * @throws UnknownFair when there is none
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
    public FairResult one(FairId id) {
        var seen = sight.seen();
        var arguments = new ArrayList<Object>();
        arguments.add(id.value());
        arguments.addAll(seen.arguments());
        return jdbc
                .query(
                        results("select * from leads.fair f where f.id = ?", seen),
                        LeadFairs::result,
                        arguments.toArray())
                .stream()
                .findFirst()
                .orElseThrow(UnknownFair::new);
    }

    /** Those of which the name contains what was typed, the last held first; for choosing one. At most 50. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
    public List<Fair> find(String typed) {
        return jdbc.query(
                "select "
                        + COLUMNS
                        + " from leads.fair f where strpos(f.name, ?) > 0 order by f.held_on desc, f.id desc limit 50",
                (row, number) -> fair(row),
                typed.replace("\u0000", "").strip());
    }

    /**
     * Enters one.
     *
     * @throws LeadFieldsRefused when a field is not as it must be
     * @throws FairTaken when one of this name on this day is there
     */
    @PreAuthorize("hasRole('" + LeadPermissions.WRITE + "')")
    public FairId create(FairDraft draft) {
        var fair = draft.checked(FairId.next(), 0);
        try {
            jdbc.update(
                    "insert into leads.fair (tenant_id, id, name, place, held_on, ended_on) values (?, ?, ?, ?, ?, ?)",
                    CurrentTenant.get().value(),
                    fair.id().value(),
                    fair.name(),
                    fair.place(),
                    fair.heldOn(),
                    fair.endedOn());
        } catch (DuplicateKeyException taken) {
            throw new FairTaken(fair.name(), fair.heldOn());
        }
        history.record(
                SUBJECT,
                fair.id().value(),
                "fairEntered",
                List.of(new FieldChange("name", null, fair.name())));
        return fair.id();
    }

    /**
     * Changes all of it.
     *
     * @param basedOn the version that the person saw
     * @return the version that is stored then
     * @throws UnknownFair when there is none
     * @throws FairChangedMeanwhile when somebody else was quicker
     * @throws LeadFieldsRefused when a field is not as it must be
     * @throws FairTaken when another of this name on this day is there
     */
    @PreAuthorize("hasRole('" + LeadPermissions.WRITE + "')")
    public long change(FairId id, long basedOn, FairDraft draft) {
        var before = hold(id, basedOn);
        var after = draft.checked(id, basedOn + 1);
        var changes = new ArrayList<FieldChange>();
        note(changes, "name", before.name(), after.name());
        note(changes, "place", before.place(), after.place());
        note(changes, "heldOn", before.heldOn(), after.heldOn());
        note(changes, "endedOn", before.endedOn(), after.endedOn());
        if (changes.isEmpty()) {
            return basedOn;
        }
        try {
            jdbc.update(
                    "update leads.fair set name = ?, place = ?, held_on = ?, ended_on = ?, version = ? where id = ?",
                    after.name(),
                    after.place(),
                    after.heldOn(),
                    after.endedOn(),
                    after.version(),
                    id.value());
        } catch (DuplicateKeyException taken) {
            throw new FairTaken(after.name(), after.heldOn());
        }
        history.record(SUBJECT, id.value(), "fairChanged", changes);
        return after.version();
    }

    /**
     * Removes one that no lead came from.
     *
     * @throws UnknownFair when there is none
     * @throws FairChangedMeanwhile when somebody else was quicker
     * @throws FairInUse when a lead names it
     */
    @PreAuthorize("hasRole('" + LeadPermissions.WRITE + "')")
    public void remove(FairId id, long basedOn) {
        var fair = hold(id, basedOn);
        try {
            jdbc.update("delete from leads.fair where id = ?", id.value());
        } catch (DataIntegrityViolationException named) {
            throw new FairInUse();
        }
        history.record(
                SUBJECT,
                id.value(),
                "fairRemoved",
                List.of(new FieldChange("name", fair.name(), null)));
    }

    private Fair hold(FairId id, long basedOn) {
        var fair =
                jdbc
                        .query(
                                "select "
                                        + COLUMNS
                                        + " from leads.fair f where f.id = ? for update",
                                (row, number) -> fair(row),
                                id.value())
                        .stream()
                        .findFirst()
                        .orElseThrow(UnknownFair::new);
        if (fair.version() != basedOn) {
            throw new FairChangedMeanwhile();
        }
        return fair;
    }

    private static void note(
            List<FieldChange> changes,
            String field,
            @Nullable Object before,
            @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new FieldChange(field, text(before), text(after)));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Furthest 4 is 签约, 6 is 供地. */
    private static String results(String fairs, LeadSight.Seen seen) {
        return """
        select %s, coalesce(r.leads, 0), coalesce(r.yuan, 0), coalesce(r.signed, 0), coalesce(r.signed_yuan, 0),
               coalesce(r.landed, 0), coalesce(r.landed_yuan, 0)
        from (%s) f
        left join lateral (
            select count(*) as leads, sum(greatest(l.investment_yuan, 0)) as yuan,
                   count(*) filter (where l.furthest >= 4) as signed,
                   sum(greatest(l.investment_yuan, 0)) filter (where l.furthest >= 4) as signed_yuan,
                   count(*) filter (where l.furthest >= 6) as landed,
                   sum(greatest(l.investment_yuan, 0)) filter (where l.furthest >= 6) as landed_yuan
            from leads.lead l
            where l.tenant_id = f.tenant_id and l.fair_id = f.id and l.merged_into is null%s) r on true
        order by f.held_on desc, f.id desc\
        """
                .formatted(COLUMNS, fairs, seen.sql());
    }

    private static FairResult result(ResultSet row, int number) throws SQLException {
        var fair = fair(row);
        var all = LeadFilter.ALL.but().fairId(fair.id().value()).filter();
        return new FairResult(
                fair,
                new FigureCount(row.getLong(7), row.getLong(8), LeadFigures.behind(all)),
                new FigureCount(
                        row.getLong(9),
                        row.getLong(10),
                        LeadFigures.behind(LeadFigures.reached(all, LeadStage.SIGNED))),
                new FigureCount(
                        row.getLong(11),
                        row.getLong(12),
                        LeadFigures.behind(LeadFigures.reached(all, LeadStage.LAND))));
    }

    private static Fair fair(ResultSet row) throws SQLException {
        return new Fair(
                new FairId(row.getObject(1, UUID.class)),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class));
    }

    private static String cursor(Fair last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((last.id() + " " + last.heldOn()).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Object> begin(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var day = LocalDate.parse(text.substring(37));
            if (day.getYear() < 1 || day.getYear() > 9999) {
                throw new LeadCursorRefused();
            }
            return List.of(day, UUID.fromString(text.substring(0, 36)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeParseException e) {
            throw new LeadCursorRefused();
        }
    }

    /** Only its name, where it is there: for showing what a filter says. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
    public Optional<Fair> named(FairId id) {
        return jdbc
                .query(
                        "select " + COLUMNS + " from leads.fair f where f.id = ?",
                        (row, number) -> fair(row),
                        id.value())
                .stream()
                .findFirst();
    }
}
