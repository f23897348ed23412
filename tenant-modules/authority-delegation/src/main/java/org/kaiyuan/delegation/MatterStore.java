package org.kaiyuan.delegation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writing matters of the zone's catalogue, by sets; whoever asks has asked for permission. */
@Component
class MatterStore {
    private static final int AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MatterStore(JdbcTemplate jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A matter to be added.
     *
     * @param shared the matter of the shared catalogue that it is; null for one of the zone's own
     */
    record Added(MatterId id, MatterDraft said, @Nullable UUID shared, long sharedVersion) {
        Added(MatterId id, MatterDraft said) {
            this(id, said, null, 0);
        }
    }

    /** All in batches; codes are free. */
    void add(List<Added> matters) {
        var now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                """
                insert into delegation.matter (tenant_id, id, code, basic_code, name, name_key, kind, field, basis_state,
                    shared_id, shared_version, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                matters,
                AT_ONCE,
                (line, one) -> {
                    var said = one.said();
                    line.setLong(1, CurrentTenant.get().value());
                    line.setObject(2, one.id().value());
                    line.setString(3, said.code());
                    line.setString(4, said.basicCode());
                    line.setString(5, said.name());
                    line.setString(6, ChineseText.key(said.name()));
                    line.setString(7, said.kind().name());
                    line.setString(8, said.field());
                    line.setString(9, BasisState.worst(said.bases()).name());
                    line.setObject(10, one.shared());
                    line.setObject(11, one.shared() == null ? null : one.sharedVersion());
                    line.setTimestamp(12, now);
                });
        Map<MatterId, List<LegalBasis>> bases = new HashMap<>();
        matters.forEach(one -> bases.put(one.id(), one.said().bases()));
        bases(bases);
        announce(matters.stream().map(one -> one.id().value()).toList());
    }

    /** @return false where it is not any more what the change was based on */
    boolean revise(MatterId id, MatterDraft said, long basedOn) {
        int changed =
                jdbc.update(
                        """
                        update delegation.matter set code = ?, basic_code = ?, name = ?, name_key = ?, kind = ?, field = ?,
                            basis_state = ?, updated_at = ?, version = version + 1
                        where id = ? and version = ?\
                        """,
                        said.code(),
                        said.basicCode(),
                        said.name(),
                        ChineseText.key(said.name()),
                        said.kind().name(),
                        said.field(),
                        BasisState.worst(said.bases()).name(),
                        Timestamp.from(clock.instant()),
                        id.value(),
                        basedOn);
        if (changed == 0) {
            return false;
        }
        jdbc.update("delete from delegation.matter_basis where matter_id = ?", id.value());
        bases(Map.of(id, said.bases()));
        announce(List.of(id.value()));
        return true;
    }

    /** Says of those that come from the shared catalogue what that says now. */
    void takeOver(Map<UUID, SharedMatters.Said> byId) {
        var now = Timestamp.from(clock.instant());
        var all = new ArrayList<>(byId.entrySet());
        jdbc.batchUpdate(
                """
                update delegation.matter set code = ?, basic_code = ?, name = ?, name_key = ?, kind = ?, field = ?,
                    basis_state = ?, shared_version = ?, updated_at = ?, version = version + 1
                where id = ?\
                """,
                all,
                AT_ONCE,
                (line, one) -> {
                    var said = one.getValue().said();
                    line.setString(1, said.code());
                    line.setString(2, said.basicCode());
                    line.setString(3, said.name());
                    line.setString(4, ChineseText.key(said.name()));
                    line.setString(5, said.kind().name());
                    line.setString(6, said.field());
                    line.setString(7, BasisState.worst(said.bases()).name());
                    line.setLong(8, one.getValue().version());
                    line.setTimestamp(9, now);
                    line.setObject(10, one.getKey());
                });
        jdbc.update(
                "delete from delegation.matter_basis where matter_id = any (?)",
                (Object) byId.keySet().toArray(UUID[]::new));
        Map<MatterId, List<LegalBasis>> bases = new HashMap<>();
        byId.forEach((id, said) -> bases.put(new MatterId(id), said.said().bases()));
        bases(bases);
        announce(List.copyOf(byId.keySet()));
    }

    private record Line(MatterId matter, int position, LegalBasis basis) {}

    private void bases(Map<MatterId, List<LegalBasis>> byMatter) {
        var lines = new ArrayList<Line>();
        byMatter.forEach((matter, bases) -> {
            for (int i = 0; i < bases.size(); i++) {
                lines.add(new Line(matter, i + 1, bases.get(i)));
            }
        });
        jdbc.batchUpdate(
                """
                insert into delegation.matter_basis (tenant_id, matter_id, position, title, article, state, since)
                values (?, ?, ?, ?, ?, ?, ?)\
                """,
                lines,
                AT_ONCE,
                (line, one) -> {
                    line.setLong(1, CurrentTenant.get().value());
                    line.setObject(2, one.matter().value());
                    line.setInt(3, one.position());
                    line.setString(4, one.basis().title());
                    line.setString(5, one.basis().article());
                    line.setString(6, one.basis().state().name());
                    line.setObject(7, one.basis().since());
                });
    }

    /** In events of at most 500. */
    private void announce(List<UUID> ids) {
        for (int i = 0; i < ids.size(); i += AT_ONCE) {
            events.publishEvent(
                    new MattersChanged(
                            CurrentTenant.get(),
                            ids.subList(i, Math.min(ids.size(), i + AT_ONCE))));
        }
    }
}
