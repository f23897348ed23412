package org.kaiyuan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.TestServers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** People who ask at several parks, one of which is deleted. */
class DeletedParkTest extends PortalTest {
    @Autowired TestServers servers;
    @Autowired JdbcTemplate jdbc;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void who_waits_elsewhere_keeps_their_account_and_who_only_waited_here_leaves_none()
            throws Exception {
        var elsewhere = "e" + UUID.randomUUID().toString().substring(0, 12);
        zones.zone(elsewhere);
        var firm = firm(park);
        representative("both", firm, true);
        as("both", () -> registration.ask(asked(elsewhere, newCode()), address));
        register("only", asked(park, newCode()));
        var zone = zones.zone(park);
        asOwner("update tenancy.tenant set state = 'CLOSING' where id = " + zone);
        asOwner(
                """
                insert into tenants.deletion (zone, requested_at, begun_at, cooling_days, from_state, requested_by, reason)
                values (%s, now() - interval '31 days', now(), 30, 'ACTIVE', '测试', '测试')\
                """
                        .formatted(zone));

        zones.in(
                park,
                () ->
                        new TransactionTemplate(transactions)
                                .execute(open ->
                                        jdbc.queryForObject(
                                                "select tenants.erase_people()", Long.class)));

        assertThat(accountsNamed("both")).as("asks at another park").isEqualTo(1);
        assertThat(accountsNamed("only")).as("asked here alone").isZero();
        assertThat(accountsNamed("staff")).isZero();
    }

    private long accountsNamed(String name) {
        var found =
                jdbc.queryForObject(
                        "select count(*) from access.account where username = ?",
                        Long.class,
                        park + "-" + name);
        return found == null ? 0 : found;
    }

    private void asOwner(String sql) throws Exception {
        try (var owner = servers.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
