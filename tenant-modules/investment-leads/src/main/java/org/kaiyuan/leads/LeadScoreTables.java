package org.kaiyuan.leads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The zone's score tables: the newest is used for new reviews, the older ones stay for theirs. */
@Service
@Transactional
public class LeadScoreTables {
    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    LeadScoreTables(JdbcTemplate jdbc, ChangeHistory history, CurrentPerson person, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.person = person;
        this.clock = clock;
    }

    /** The newest; the default where the zone has decided none. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
    public ScoreTable newest() {
        return current();
    }

    /** All versions, the newest first; at most 100. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
    public List<ScoreTable> all() {
        return jdbc.query(
                "select number, items, vetoes, pass_mark from leads.score_table order by number desc limit 100",
                (row, number) -> table(row));
    }

    /**
     * Decides a new version.
     *
     * @param basedOn the version that the person saw
     * @throws LeadFieldsRefused when it is not as it must be
     * @throws LeadRulesChangedMeanwhile when somebody else has decided one since
     */
    @PreAuthorize("hasRole('" + LeadPermissions.CONFIGURE + "')")
    public ScoreTable decide(long basedOn, ScoreTable wanted) {
        var checked = wanted.checked();
        // two who decide at once wait for each other, or the second would believe that theirs was
        // taken
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended('leads.score_table', ?))",
                row -> {},
                CurrentTenant.get().value());
        int now = current().number();
        if (now != basedOn) {
            throw new LeadRulesChangedMeanwhile();
        }
        return write(
                new ScoreTable(now + 1, checked.items(), checked.vetoes(), checked.passMark()));
    }

    /** The newest, written down when it is the default: a review refers to it. */
    @Transactional(propagation = Propagation.MANDATORY)
    ScoreTable kept() {
        var now = current();
        return now.number() > 0
                ? now
                : write(new ScoreTable(1, now.items(), now.vetoes(), now.passMark()));
    }

    ScoreTable of(int number) {
        return jdbc
                .query(
                        "select number, items, vetoes, pass_mark from leads.score_table where number = ?",
                        (row, n) -> table(row),
                        number)
                .stream()
                .findFirst()
                .orElse(ScoreTable.DEFAULT);
    }

    private ScoreTable current() {
        return jdbc
                .query(
                        "select number, items, vetoes, pass_mark from leads.score_table order by number desc limit 1",
                        (row, number) -> table(row))
                .stream()
                .findFirst()
                .orElse(ScoreTable.DEFAULT);
    }

    private ScoreTable write(ScoreTable table) {
        int fresh =
                jdbc.update(
                        """
                        insert into leads.score_table (tenant_id, number, items, vetoes, pass_mark, made_at, made_by)
                        values (?, ?, ?::jsonb, ?::jsonb, ?, ?, ?) on conflict do nothing\
                        """,
                        CurrentTenant.get().value(),
                        table.number(),
                        json.writeValueAsString(table.items()),
                        json.writeValueAsString(table.vetoes()),
                        table.passMark(),
                        Timestamp.from(clock.instant()),
                        person.username());
        if (fresh > 0) {
            history.record(
                    "leads.scoreTable",
                    new UUID(CurrentTenant.get().value(), table.number()),
                    "decided",
                    List.of(new FieldChange("scoreTable", null, json.writeValueAsString(table))));
        }
        return table;
    }

    private ScoreTable table(ResultSet row) throws SQLException {
        return new ScoreTable(
                row.getInt("number"),
                List.of(json.readValue(row.getString("items"), ScoreItem[].class)),
                List.of(json.readValue(row.getString("vetoes"), String[].class)),
                row.getInt("pass_mark"));
    }
}
