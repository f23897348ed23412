package org.kaiyuan.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.kaiyuan.demo.DemoEnterprise;
import org.kaiyuan.demo.EnterpriseCopy;
import org.kaiyuan.demo.EnterpriseGenerator;
import org.kaiyuan.demo.Place;
import org.kaiyuan.enterprises.EnterpriseFilter;
import org.kaiyuan.enterprises.EnterpriseSearch;
import org.kaiyuan.enterprises.EnterprisesImported;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People find made-up names as often as the design promises. On the 51,000 real ones, and on a million, it is
 * {@code infra/bench/run quality} that measures.
 */
@KaiyuanTest
@ActAsZone("suining")
class SearchQualityTest {
    private static final int NAMES = 3_000;
    private static final int PER_KIND = 40;
    private static final UUID BATCH = UUID.fromString("019b0000-0000-7000-8000-0000000000aa");

    @Autowired EnterpriseSearch search;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationEventPublisher events;

    @Test
    void names_are_found_however_they_are_typed() {
        var enterprises =
                EnterpriseGenerator.of(Place.sample(3), 4711, 900_000_000).stream(NAMES).toList();
        transaction.executeWithoutResult(status -> {
            jdbc.execute(
                    (ConnectionCallback<Boolean>) connection -> write(connection, enterprises));
            events.publishEvent(new EnterprisesImported(CurrentTenant.get(), BATCH));
        });
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofMinutes(2))
                .until(() -> search.search("", EnterpriseFilter.ALL, 1).total() == NAMES);

        var quality = new Quality();
        var names = enterprises.stream().map(DemoEnterprise::name).toList();
        for (var queries :
                LabelledQueries.from(names, LabelledQueries.Half.JUDGING, PER_KIND, 5).values()) {
            for (var query : queries) {
                quality.answered(query, found(query.typed()));
            }
        }

        assertThat(quality.recall(QueryKind.FULL)).as("%s", quality.missed()).isEqualTo(1);
        assertThat(quality.recall(QueryKind.ABBREVIATED)).as("%s", quality.missed()).isEqualTo(1);
        assertThat(quality.recall()).as("%s", quality.lines()).isGreaterThanOrEqualTo(0.985);
        assertThat(quality.ndcg()).as("%s", quality.lines()).isGreaterThanOrEqualTo(0.94);
    }

    private List<String> found(String typed) {
        var names = new ArrayList<String>();
        search.search(typed, EnterpriseFilter.ALL, 10)
                .items()
                .forEach(find -> names.add(find.enterprise().name()));
        return names;
    }

    private static Boolean write(Connection connection, List<DemoEnterprise> enterprises)
            throws java.sql.SQLException {
        new EnterpriseCopy(connection, CurrentTenant.get()).writeEnterprises(enterprises, BATCH);
        return true;
    }
}
