package org.kaiyuan.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;

@KaiyuanTest
@ActAsZone("deyang")
class EnterpriseImportTest {
    private static final String FILE =
            """
            企业名称,统一社会信用代码,注册资本（万元）,成立日期
            绵阳市驰衡小汽车修理有限公司,91510703205451059P,101.2,1978-01-01
            错误代码公司,91510703205451059X,1,1978-01-01
            无代码公司,,,2001年2月3日
            重复公司,91510703205451059P,1,1978-01-01
            """;

    @Autowired EnterpriseImport imports;
    @Autowired ImportDirectory directory;
    @Autowired EnterpriseDirectory enterprises;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void an_empty_directory() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute(
                    "truncate enterprises.enterprise, enterprises.batch_touch, enterprises.import_job cascade");
        }
    }

    @Test
    void good_rows_come_in_bad_ones_are_reported_and_another_zone_sees_nothing() {
        var done = imported(FILE);

        assertThat(done.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(done.read()).isEqualTo(4);
        assertThat(done.added()).isEqualTo(2);
        assertThat(directory.errors(done.id(), 0, 10))
                .extracting(ImportError::row, ImportError::reasonKey)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3L, "enterprises.import.creditCode"),
                        org.assertj.core.groups.Tuple.tuple(5L, "enterprises.import.codeTwice"));
        var rows = enterprises.find(EnterpriseFilter.ALL, EnterpriseOrder.NAME, null, 10).items();
        assertThat(rows).extracting(EnterpriseRow::name).contains("绵阳市驰衡小汽车修理有限公司");
        zones.in(
                "luzhou",
                () ->
                        assertThatThrownBy(() -> directory.status(done.id()))
                                .isInstanceOf(UnknownImport.class));
    }

    @Test
    void the_same_file_again_changes_nothing() {
        imported(FILE);
        var before = enterprises.find(EnterpriseFilter.ALL, EnterpriseOrder.NAME, null, 10);

        var again = imported(FILE);

        assertThat(again.added() + again.changed()).isZero();
        assertThat(enterprises.find(EnterpriseFilter.ALL, EnterpriseOrder.NAME, null, 10))
                .isEqualTo(before);
    }

    private ImportStatus imported(String text) {
        UUID id =
                imports.start(
                        "企业.csv",
                        new ByteArrayInputStream(text.getBytes(Charset.forName("GB18030"))),
                        ExistingChoice.OVERWRITE);
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> directory.status(id).state().compareTo(ImportState.RUNNING) > 0);
        return directory.status(id);
    }
}
