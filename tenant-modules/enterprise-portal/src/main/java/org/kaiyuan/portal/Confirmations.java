package org.kaiyuan.portal;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.kaiyuan.enterprises.own.OwnRecords;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.portal.domain.Representative;
import org.kaiyuan.portal.domain.Representatives;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The park decides who stands for which enterprise. */
@Service
@Transactional
@PreAuthorize("hasRole('" + PortalPermissions.CONFIRM + "')")
public class Confirmations {
    /** The largest page. */
    public static final int MOST = 200;

    private final Representatives representatives;
    private final RepresentativeKeeping keeping;
    private final OwnRecords records;
    private final CurrentPerson current;
    private final JdbcTemplate jdbc;

    Confirmations(
            Representatives representatives,
            RepresentativeKeeping keeping,
            OwnRecords records,
            CurrentPerson current,
            JdbcTemplate jdbc) {
        this.representatives = representatives;
        this.keeping = keeping;
        this.records = records;
        this.current = current;
        this.jdbc = jdbc;
    }

    /**
     * A page of one state, the oldest request first, in two statements.
     *
     * @param after the last of the page before; null for the first
     * @param limit at most {@link #MOST}
     */
    @Transactional(readOnly = true)
    public List<RepresentativeRow> list(
            RepresentativeState state, @Nullable RepresentativeId after, int limit) {
        var arguments = new ArrayList<Object>(List.of(state.name()));
        var where = "state = ?";
        if (after != null) {
            var last = representatives.get(after).row();
            where += " and (requested_at, id) > (?, ?)";
            arguments.add(Timestamp.from(last.requestedAt()));
            arguments.add(after.value());
        }
        arguments.add(Math.clamp(limit, 1, MOST));
        return jdbc.query(
                RepresentativeRows.COLUMNS
                        + "where "
                        + where
                        + " order by requested_at, id limit ?",
                RepresentativeRows::of,
                arguments.toArray());
    }

    /** An enterprise of the directory that somebody asks to stand for. */
    public record Found(EnterpriseId id, String name) {}

    /** Which enterprises of the directory bear these credit codes, in one statement; those that none bears are left out. */
    @Transactional(readOnly = true)
    public Map<String, Found> enterprises(List<RepresentativeRow> rows) {
        var codes = rows.stream().map(RepresentativeRow::creditCode).distinct().toList();
        return records.byCreditCodes(codes).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                found ->
                                        new Found(found.getValue().id(), found.getValue().name())));
    }

    /** Who stands for the enterprise now, at most 100. */
    @Transactional(readOnly = true)
    public List<RepresentativeRow> of(EnterpriseId enterprise) {
        var found = records.find(enterprise).orElseThrow(() -> new UnknownEnterprise(enterprise));
        return representatives
                .findByEnterpriseIdAndStateOrderByRequestedAt(
                        found.id().value(),
                        RepresentativeState.CONFIRMED,
                        Limit.of(RepresentativeKeeping.MOST))
                .stream()
                .map(Representative::row)
                .toList();
    }

    /** @throws UnknownRepresentative also for one of another zone */
    @Transactional(readOnly = true)
    public RepresentativeRow get(RepresentativeId id) {
        return representatives.get(id).row();
    }

    /**
     * From now on they stand for the enterprise that bears their credit code.
     *
     * @param version as it was read
     * @param administrator whether they look after their colleagues; null: if nobody does yet
     * @throws PortalRefused when the directory has no such enterprise, they stand for it already, they work for
     *     the park, it is oneself, or somebody decided meanwhile
     */
    public void confirm(RepresentativeId id, long version, @Nullable Boolean administrator) {
        var one = read(id, version);
        if (one.row().username().equals(current.username())) {
            throw new PortalRefused("portal.refusal.confirmsOneself");
        }
        var enterprise =
                records.byCreditCode(one.creditCode())
                        .orElseThrow(() ->
                                new PortalRefused(
                                        "portal.refusal.noSuchEnterprise", one.creditCode()));
        keeping.confirm(one, enterprise, administrator, ChangeHistory.actorName());
    }

    /** @throws PortalRefused without a reason, or when somebody decided meanwhile */
    public void decline(RepresentativeId id, long version, String reason) {
        keeping.decline(read(id, version), reason);
    }

    /**
     * They no longer stand for the enterprise, from their next request on; also the last administrator.
     *
     * @throws PortalRefused without a reason, or when somebody decided meanwhile
     */
    public void end(RepresentativeId id, long version, String reason) {
        keeping.end(read(id, version), reason);
    }

    private Representative read(RepresentativeId id, long version) {
        keeping.oneAfterTheOther();
        var one = representatives.get(id);
        if (one.version() != version) {
            throw new PortalRefused("portal.refusal.changed", one.row().personName());
        }
        return one;
    }
}
