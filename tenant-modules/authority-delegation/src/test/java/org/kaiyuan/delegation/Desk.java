package org.kaiyuan.delegation;

import java.sql.SQLException;
import java.util.List;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What many tests begin with: an empty desk, a matter, a published list. */
class Desk {
    private final MatterKeeping matters;
    private final ListDrafting drafting;
    private final ListPublishing publishing;
    private final Zones zones;
    private final TestServers servers;

    @TestConfiguration(proxyBeanMethods = false)
    static class Ready {
        @Bean
        Desk desk(
                MatterKeeping matters,
                ListDrafting drafting,
                ListPublishing publishing,
                Zones zones,
                TestServers servers) {
            return new Desk(matters, drafting, publishing, zones, servers);
        }
    }

    Desk(
            MatterKeeping matters,
            ListDrafting drafting,
            ListPublishing publishing,
            Zones zones,
            TestServers servers) {
        this.matters = matters;
        this.drafting = drafting;
        this.publishing = publishing;
        this.zones = zones;
        this.servers = servers;
    }

    /** Of no zone anything is left. */
    void clear() throws SQLException {
        owner(
                "deyang",
                "truncate delegation.list, delegation.matter, delegation.paper, delegation.shared_matter cascade");
    }

    MatterId matter(String name) {
        return matters.add(new MatterDraft(null, null, name, MatterKind.PERMIT, null, List.of()));
    }

    ListId list(PowerListKind kind, String title) {
        return drafting.begin(kind, title);
    }

    /** Whatever stands against it. */
    int publish(ListId list) {
        publishing.letPass(list, "测试");
        return publishing.publish(list, null);
    }

    /** As the owner of the tables, behind the wall of a zone. */
    void owner(String zone, String... statements) throws SQLException {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("set app.tenant_id = '" + zones.zone(zone).value() + "'");
            for (var statement : statements) {
                sql.execute(statement);
            }
        }
    }
}
