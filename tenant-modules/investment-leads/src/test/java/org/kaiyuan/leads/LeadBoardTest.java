package org.kaiyuan.leads;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What opening the board asks of PostgreSQL. */
@KaiyuanTest
@ActAsZone("deyang")
class LeadBoardTest {
    private static final int MOST_STATEMENTS = 12;

    @Autowired LeadDirectory directory;
    @Autowired LeadRulesKeeping rules;
    @Autowired LeadSavedViews views;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired LeadPeople people;
    @Autowired TestServers servers;

    @BeforeEach
    void an_empty_room() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate leads.lead, leads.setting, leads.code_counter cascade");
        }
        people.signIn("deyang", "leads-agent");
    }

    @Test
    void the_board_takes_as_many_statements_for_five_hundred_cards_as_for_ten() {
        inStages(10);
        var few = statements(10);
        inStages(490);
        var many = statements(500);

        assertThat(few).hasSizeBetween(3, MOST_STATEMENTS);
        assertThat(many).isEqualTo(few);
    }

    @Test
    void every_column_shows_what_is_due_first() {
        inStages(33);
        var columns = directory.board(List.of(LeadStage.values()), LeadFilter.ALL, 2);

        assertThat(columns)
                .allSatisfy(column -> {
                    assertThat(column.count()).isEqualTo(3);
                    assertThat(column.investmentYuan()).isPositive();
                    assertThat(column.cards()).hasSize(2);
                    assertThat(column.cards().getFirst().dueOn())
                            .isBeforeOrEqualTo(column.cards().getLast().dueOn());
                });
    }

    /** As a page or a program opens it; what jobs ask on threads of their own meanwhile is not the board's. */
    private List<String> statements(int cards) {
        var asking = Thread.currentThread().getName();
        var loggers =
                Stream.of("org.springframework.jdbc.core", "org.hibernate.SQL")
                        .map(name -> (Logger) LoggerFactory.getLogger(name))
                        .toList();
        var said = new ListAppender<ILoggingEvent>();
        said.start();
        loggers.forEach(logger -> {
            logger.setLevel(Level.DEBUG);
            logger.addAppender(said);
        });
        try {
            var columns = directory.board(rules.rules().shown(), LeadFilter.ALL, 100);
            views.list();
            assertThat(columns.stream().mapToInt(column -> column.cards().size()).sum())
                    .isEqualTo(cards);
        } finally {
            loggers.forEach(logger -> {
                logger.detachAppender(said);
                logger.setLevel(null);
            });
        }
        return said.list.stream()
                .filter(event -> event.getThreadName().equals(asking))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> !line.startsWith("Executing") || line.contains("["))
                .toList();
    }

    private void inStages(int many) {
        long zone = CurrentTenant.get().value();
        transaction.executeWithoutResult(t ->
                jdbc.update(
                        """
                        insert into leads.lead (tenant_id, id, code, project_name, name_key, way, total_investment, owner,
                            owned_since, stage, stage_since, state_since, registered_on, due_on, due_kind, created_at,
                            created_by, updated_at)
                        select ?, gen_random_uuid(), 'BOARD-' || gen_random_uuid(), '项目' || n, '项目' || n, 'CHAIN', 1000000 * n,
                            'leads-agent', now(), (?::text[])[1 + n % ?], now(), now(), current_date, current_date + n % 20,
                            'ACTION', now(), 'leads-agent', now()
                        from generate_series(1, ?) n\
                        """,
                        zone,
                        Stream.of(LeadStage.values()).map(Enum::name).toArray(String[]::new),
                        LeadStage.values().length,
                        many));
    }
}
