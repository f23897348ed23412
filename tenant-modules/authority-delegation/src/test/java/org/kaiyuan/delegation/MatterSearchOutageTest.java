package org.kaiyuan.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.Gate;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Elasticsearch is away: PostgreSQL finds beginnings of names, and codes. */
@KaiyuanTest
@ContextConfiguration(initializers = MatterSearchOutageTest.ThroughTheGate.class)
@DirtiesContext
@ActAsZone("suining")
class MatterSearchOutageTest {
    private static final Gate GATE = new Gate(URI.create(TestServers.running().elasticsearchUrl()));

    static class ThroughTheGate
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "kaiyuan.elasticsearch.url=" + GATE.url(),
                            "kaiyuan.elasticsearch.index-prefix=delegation-outage-"
                                    + TestServers.running().indexPrefix())
                    .applyTo(context);
        }
    }

    @Autowired MatterKeeping keeping;
    @Autowired MatterCatalogue catalogue;

    @BeforeEach
    void it_is_away() {
        GATE.down();
    }

    @AfterEach
    void it_runs_again() {
        GATE.open();
    }

    @Test
    void matters_are_found_by_the_beginning_of_their_name_or_by_their_code() {
        var roads = add("O-1", "公路超限运输许可", MatterKind.PERMIT, "交通");
        var signs = add("O-2", "公路标志确认", MatterKind.CONFIRMATION, "交通");
        add("O-3", "涉路公路施工许可", MatterKind.PERMIT, "建设");

        assertThat(found("公路", MatterCatalogue.Filter.ALL)).containsExactlyInAnyOrder(roads, signs);
        assertThat(found("O-2", MatterCatalogue.Filter.ALL)).containsExactly(signs);
        assertThat(found("公路", new MatterCatalogue.Filter(MatterKind.PERMIT, null, null)))
                .containsExactly(roads);
        assertThat(found("公路", new MatterCatalogue.Filter(null, "建设", null))).isEmpty();
        assertThat(catalogue.search("公路", MatterCatalogue.Filter.ALL, 10, 10))
                .as("there are no further parts of it")
                .isEmpty();
        assertThat(catalogue.ids("公路")).containsExactlyInAnyOrder(roads, signs);
        for (var typed : List.of("%", "_", "\0", "'; drop table delegation.matter; --")) {
            assertThat(found(typed, MatterCatalogue.Filter.ALL).size()).as(typed).isIn(0, 3);
        }
    }

    private List<MatterId> found(String typed, MatterCatalogue.Filter filter) {
        return catalogue.search(typed, filter, 0, 10).stream().map(MatterRow::id).toList();
    }

    private MatterId add(
            @Nullable String code, String name, MatterKind kind, @Nullable String field) {
        return keeping.add(new MatterDraft(code, null, name, kind, field, List.of()));
    }
}
