package org.kaiyuan.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** PostgreSQL's wall, met with native SQL that names no tenant. */
@KaiyuanTest
class FirstAndSecondWallTest {
    private static final String EVERYTHING = "select distinct tenant_id from notices.notice";

    @Autowired JdbcTemplate jdbc;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Notices notices;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    TenantId deyang;
    TenantId luzhou;

    @BeforeEach
    void both_zones_have_a_notice() {
        deyang = zones.zone("deyang");
        luzhou = zones.zone("luzhou");
        CurrentTenant.actAs(deyang, () -> notices.tell("somebody", "key", List.of(), null));
        CurrentTenant.actAs(luzhou, () -> notices.tell("somebody", "key", List.of(), null));
    }

    @Test
    void unfiltered_native_sql_sees_one_zone() {
        assertThat(tenantsSeenBy(deyang)).containsExactly(deyang.value());
        assertThat(tenantsSeenBy(luzhou)).containsExactly(luzhou.value());
    }

    @Test
    void unfiltered_native_sql_sees_both_zones_when_the_policy_is_dropped() throws SQLException {
        asOwner("alter table notices.notice disable row level security");
        try {
            assertThat(tenantsSeenBy(deyang)).contains(deyang.value(), luzhou.value());
        } finally {
            asOwner("alter table notices.notice enable row level security");
        }
    }

    @Test
    void without_a_zone_there_are_no_rows() {
        assertThat(inTransaction(() -> jdbc.queryForList(EVERYTHING, Long.class))).isEmpty();
        assertThat(jdbc.queryForList(EVERYTHING, Long.class)).isEmpty();
    }

    @Test
    void a_pooled_connection_never_carries_the_last_zone() {
        for (int i = 0; i < 30; i++) { // more often than the pool has connections
            assertThat(tenantsSeenBy(deyang)).containsExactly(deyang.value());
            assertThat(jdbc.queryForList(EVERYTHING, Long.class)).isEmpty();
            assertThat(
                            inTransaction(() ->
                                    jdbc.queryForObject(
                                            "select current_setting('app.tenant_id', true)",
                                            String.class)))
                    .isNullOrEmpty();
        }
    }

    @Test
    void the_zone_cannot_be_changed_inside_a_transaction() {
        CurrentTenant.actAs(
                deyang,
                () -> {
                    assertThatThrownBy(
                                    () -> inTransaction(() -> CurrentTenant.actAs(luzhou, () -> 1)))
                            .isInstanceOf(IllegalStateException.class);
                });
        assertThatThrownBy(() -> inTransaction(() -> CurrentTenant.actAs(luzhou, () -> 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_row_for_another_zone_is_refused_by_the_database() {
        CurrentTenant.actAs(
                deyang,
                () -> {
                    assertThatThrownBy(() -> inTransaction(() -> insertFor(luzhou)))
                            .isInstanceOf(DataAccessException.class)
                            .rootCause()
                            .hasMessageContaining("row-level security");
                });
    }

    @Test
    void a_row_for_another_zone_is_taken_when_the_policy_is_dropped() throws SQLException {
        asOwner("alter table notices.notice disable row level security");
        try {
            CurrentTenant.actAs(
                    deyang,
                    () -> {
                        assertThat(inTransaction(() -> insertFor(luzhou))).isEqualTo(1);
                    });
        } finally {
            asOwner("alter table notices.notice enable row level security");
        }
    }

    @Test
    void history_cannot_be_rewritten_by_the_application() {
        CurrentTenant.actAs(
                deyang,
                () -> {
                    assertThatThrownBy(() ->
                                    inTransaction(() -> jdbc.update("delete from audit.change")))
                            .rootCause()
                            .hasMessageContaining("permission denied");
                    assertThatThrownBy(() ->
                                    inTransaction(() ->
                                            jdbc.update("update audit.change set after = null")))
                            .rootCause()
                            .hasMessageContaining("permission denied");
                });
    }

    @Test
    @ActAsZone("deyang")
    void another_zone_sees_nothing() {
        var mine = inTransaction(() -> jdbc.queryForList(EVERYTHING, Long.class));
        var theirs =
                zones.in(
                        "zigong",
                        () -> inTransaction(() -> jdbc.queryForList(EVERYTHING, Long.class)));

        assertThat(mine).containsExactly(deyang.value());
        assertThat(theirs).isEmpty();
    }

    private int insertFor(TenantId zone) {
        return jdbc.update(
                "insert into notices.notice (tenant_id, id, username, message_key, at) values (?, ?, 'x', 'x', now())",
                zone.value(),
                UUID.randomUUID());
    }

    private List<Long> tenantsSeenBy(TenantId zone) {
        return CurrentTenant.actAs(
                zone, () -> inTransaction(() -> jdbc.queryForList(EVERYTHING, Long.class)));
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> work.get());
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = servers.asOwner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
