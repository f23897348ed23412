package org.kaiyuan.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests for powers: those that the zone has made, or, of a supervisor, those that it was sent. */
@Service
@Transactional(readOnly = true)
@PreAuthorize(
        "hasAnyRole('" + DelegationPermissions.READ + "', '" + DelegationPermissions.ANSWER + "')")
public class PowerRequestDirectory {
    /** The largest page. */
    public static final int MOST = 200;

    private final JdbcTemplate jdbc;
    private final RequestStore store;
    private final ZoneSupervisors supervisors;

    PowerRequestDirectory(JdbcTemplate jdbc, RequestStore store, ZoneSupervisors supervisors) {
        this.jdbc = jdbc;
        this.store = store;
        this.supervisors = supervisors;
    }

    /** Whether the zone asks for powers: a supervisor is asked. */
    public boolean asks() {
        return !supervisors.isSupervisor(CurrentTenant.get());
    }

    /** A page; {@code next} is null on the last one. */
    public record Page(List<PowerRequestRow> items, @Nullable PowerRequestId next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * The last begun first.
     *
     * @param states empty for all
     * @param after the last of the page before; null for the first
     * @param limit at most {@link #MOST}
     */
    public Page list(Set<RequestState> states, @Nullable PowerRequestId after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var where = new StringBuilder("where true");
        var arguments = new ArrayList<Object>();
        if (!states.isEmpty()) {
            where.append(" and r.state = any (?)");
            arguments.add(states.stream().map(Enum::name).toArray(String[]::new));
        }
        if (after != null) {
            where.append(" and r.id < ?");
            arguments.add(after.value());
        }
        arguments.add(most + 1);
        var found =
                jdbc.query(
                        """
                        select r.*, (select count(*) from delegation.power_answer a
                                     where a.tenant_id = r.tenant_id and a.request_id = r.id and a.round = r.round
                                       and a.published_at is not null) as answered
                        from delegation.power_request r %s order by r.id desc limit ?\
                        """
                                .formatted(where),
                        PowerRequestDirectory::row,
                        arguments.toArray());
        if (found.size() <= most) {
            return new Page(found, null);
        }
        var page = found.subList(0, most);
        return new Page(page, page.getLast().id());
    }

    /** How many there are of each state. */
    public Map<RequestState, Integer> counts() {
        Map<RequestState, Integer> counts = new EnumMap<>(RequestState.class);
        jdbc.query(
                "select state, count(*) from delegation.power_request group by state",
                row -> {
                    counts.put(RequestState.valueOf(row.getString(1)), row.getInt(2));
                });
        return counts;
    }

    /** @throws UnknownPowerRequest when there is none */
    public PowerRequest get(PowerRequestId id) {
        var answers = store.answers(id);
        return jdbc
                .query(
                        "select r.* from delegation.power_request r where r.id = ?",
                        (row, n) -> request(row, answers),
                        id.value())
                .stream()
                .findFirst()
                .orElseThrow(UnknownPowerRequest::new);
    }

    /** Whom the zone may ask; empty where it notes the answers itself. */
    public List<Supervisor> supervisors() {
        return supervisors.of(CurrentTenant.get());
    }

    /**
     * What a granted request says of the entry that the park can begin now.
     *
     * @throws UnknownPowerRequest when there is none
     * @throws PowerRequestRefused when it was not granted
     */
    public GrantedPower granted(PowerRequestId id) {
        var request = get(id);
        if (request.state() != RequestState.GRANTED || request.side() != RequestSide.PARK) {
            throw PowerRequestRefused.notGranted();
        }
        var decision = request.answersNow().getLast().note();
        var on = Objects.requireNonNull(request.endedOn());
        return new GrantedPower(
                id,
                request.said().matter(),
                request.said().matterCode(),
                request.said().matterName(),
                request.said().originalAuthority(),
                on,
                new EntryNote.Paper(null, decision.document(), on, decision.body()),
                decision.outcome() == AnswerOutcome.CONDITIONAL ? decision.said() : null);
    }

    private static PowerRequestRow row(ResultSet row, int number) throws SQLException {
        var said = RequestStore.said(row);
        return new PowerRequestRow(
                new PowerRequestId(row.getObject("id", UUID.class)),
                RequestSide.valueOf(row.getString("side")),
                row.getString("zone_name"),
                row.getString("supervisor_name"),
                RequestState.valueOf(row.getString("state")),
                said.matterCode(),
                said.matterName(),
                said.originalAuthority(),
                said.cases(),
                row.getInt("answered"),
                RequestStore.instant(row, "sent_at"),
                instant(row, "updated_at"));
    }

    private static PowerRequest request(ResultSet row, List<PowerAnswer> answers)
            throws SQLException {
        var held = RequestStore.held(row, 0);
        return new PowerRequest(
                held.id(),
                held.side(),
                held.zoneName(),
                held.supervisorName(),
                held.state(),
                held.said(),
                held.round(),
                held.sentAt(),
                RequestStore.instant(row, "withdrawn_at"),
                row.getString("withdrawn_why"),
                row.getObject("ended_on", LocalDate.class),
                held.notes(),
                answers,
                held.state() == RequestState.SENT
                        ? org.kaiyuan.delegation.domain.RequestCourse.next(
                                RequestStore.published(answers, held.round()))
                        : null,
                held.isAnsweredHere(),
                instant(row, "begun_at"),
                row.getString("begun_name"),
                instant(row, "updated_at"),
                held.version());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(RequestStore.instant(row, column));
    }
}
