package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.files.FileId;
import org.kaiyuan.platform.tenants.TenantLife;
import org.kaiyuan.services.Applicant;
import org.kaiyuan.services.CaseCounter;
import org.kaiyuan.services.CounterNote;
import org.kaiyuan.services.FieldKind;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.FormDefinition;
import org.kaiyuan.services.FormField;
import org.kaiyuan.services.FormSection;
import org.kaiyuan.services.GuideText;
import org.kaiyuan.services.LegalGround;
import org.kaiyuan.services.Material;
import org.kaiyuan.services.PublicRecord;
import org.kaiyuan.services.Receipt;
import org.kaiyuan.services.Sample;
import org.kaiyuan.services.ServiceCatalogue;
import org.kaiyuan.services.ServiceDefaults;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServiceKeeping;
import org.kaiyuan.services.ServiceKind;
import org.kaiyuan.services.ServiceNote;
import org.kaiyuan.services.ServiceRecords;
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a park offers, as anybody gets it over real HTTP, without a browser's manners. */
@WholeHouse
class OpenServicesTest {
    private static final String TITLE = "建筑工程施工许可证核发";
    private static final Pattern NAME = Pattern.compile("<h3><a href=\"[^\"]*\">(.*?)</a></h3>");

    @LocalServerPort int port;
    @Autowired Zones zones;
    @Autowired ServiceKeeping keeping;
    @Autowired ServiceCatalogue catalogue;
    @Autowired CaseCounter counter;
    @Autowired PublicRecord record;
    @Autowired Attachments attachments;
    @Autowired TenantLife life;

    private Visitor visitor = new Visitor(0);
    private String zone = "";

    @BeforeEach
    void a_park_of_its_own() {
        visitor = new Visitor(port);
        zone = "s" + UUID.randomUUID().toString().substring(0, 10);
        zones.zone(zone);
    }

    @Test
    void everything_is_read_without_a_session_a_cookie_or_a_foreign_host() throws Exception {
        var id = published(TITLE);
        zones.in(
                zone,
                () -> {
                    record.show(true);
                    return null;
                });

        for (var path :
                List.of(
                        services(),
                        services() + "?lang=en",
                        services() + "/" + id,
                        services() + "/record",
                        progress())) {
            var answer = visitor.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Set-Cookie")).as(path).isEmpty();
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "frame-ancestors 'none'");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.body())
                    .as(path)
                    .doesNotContain("https://", "http://", "JSESSIONID", "<script");
        }
        assertThat(visitor.cookie("JSESSIONID")).isEmpty();
    }

    @Test
    void a_guide_says_what_to_bring_and_how_long_it_takes_in_both_languages() throws Exception {
        var id = published(TITLE);

        var chinese = visitor.get(services() + "/" + id).body();
        assertThat(chinese)
                .contains(
                        "lang=\"zh-CN\"",
                        TITLE,
                        "10 个工作日",
                        "施工图纸",
                        "原件 1 份",
                        "园区已有，无需提交",
                        "《中华人民共和国建筑法》")
                .contains("取得土地使用证明");
        var english = visitor.get(services() + "/" + id + "?lang=en").body();
        assertThat(english).contains("lang=\"en\"", "Construction permit", "Drawings");
        assertThat(visitor.get(services()).body()).contains(TITLE, services() + "/" + id);
    }

    @Test
    void what_nobody_has_to_decide_has_no_chip_about_it() throws Exception {
        published(TITLE);

        assertThat(visitor.get(services()).body())
                .contains(TITLE)
                .doesNotContain(">true<", ">false<");
    }

    @Test
    void a_service_is_found_by_words_pinyin_and_what_one_needs_it_for() throws Exception {
        published(TITLE);
        published("企业用工需求登记");

        for (var typed : List.of("施工许可", "sgxk", "shigongxuke", "土地使用证明")) {
            soon(() ->
                    assertThat(names(services() + "?" + Visitor.encoded(Map.of("q", typed))))
                            .as(typed)
                            .contains(TITLE));
        }
        assertThat(names(services() + "?" + Visitor.encoded(Map.of("q", "施工许可"))).getFirst())
                .isEqualTo(TITLE);
        assertThat(names(services() + "?" + Visitor.encoded(Map.of("topic", "工程建设")))).hasSize(2);
        assertThat(names(services() + "?" + Visitor.encoded(Map.of("topic", "没有的主题")))).isEmpty();
    }

    @Test
    void a_search_of_anything_is_answered_as_a_search() throws Exception {
        published("<script>alert(1)</script>\"' ${7*7} [[${7*7}]]");
        for (var odd :
                List.of(
                        "'; drop table services.service; --",
                        "%00",
                        "\"><script>alert(1)</script>",
                        "${7*7}",
                        "备".repeat(600),
                        "\\",
                        "*")) {
            var answer =
                    visitor.get(
                            services()
                                    + "?"
                                    + Visitor.encoded(
                                            Map.of("q", odd, "topic", odd, "after", odd)));
            assertThat(answer.statusCode()).as(odd).isIn(200, 400, 404);
            assertThat(answer.body())
                    .as(odd)
                    .doesNotContain("<script>alert", "Exception", "[[49]]");
        }
        assertThat(visitor.get(services()).body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void what_did_not_change_is_not_sent_again() throws Exception {
        published(TITLE);
        var tag = visitor.get(services()).headers().firstValue("ETag").orElseThrow();

        var again = known(services(), tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();

        published("企业用工需求登记");
        soon(() -> assertThat(known(services(), tag).statusCode()).isEqualTo(200));
    }

    @Test
    void a_sample_is_fetched_and_no_other_file_of_the_service() throws Exception {
        var id =
                zones.in(
                        zone,
                        () -> keeping.begin(null, ServiceTrack.PARK, null, note(TITLE, List.of())));
        var sample = attached(id, "填写样表.txt", "样表内容");
        var other = attached(id, "内部.txt", "不公开");
        zones.in(
                zone,
                () -> {
                    keeping.write(
                            id, note(TITLE, List.of(new Sample(sample, "填写样表.txt"))), version(id));
                    return keeping.publish(id, version(id));
                });

        var path = services() + "/" + id + "/samples/" + sample;
        assertThat(visitor.get(services() + "/" + id).body()).contains(path);
        var answer = visitor.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("样表内容");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        for (var hidden :
                List.of(
                        services() + "/" + id + "/samples/" + other,
                        services() + "/" + id + "/samples/" + UUID.randomUUID(),
                        services() + "/" + UUID.randomUUID() + "/samples/" + sample)) {
            assertThat(visitor.get(hidden).statusCode()).as(hidden).isEqualTo(404);
        }
    }

    @Test
    void the_record_is_there_only_while_the_park_shows_it() throws Exception {
        takenIn(published(TITLE));
        assertThat(visitor.get(services() + "/record").statusCode()).isEqualTo(404);
        assertThat(visitor.get(services()).body()).doesNotContain("办件公示", "权责清单");

        zones.in(
                zone,
                () -> {
                    record.show(true);
                    return null;
                });
        soon(() -> assertThat(visitor.get(services() + "/record").statusCode()).isEqualTo(200));
        soon(() -> assertThat(visitor.get(services()).body()).contains("办件公示"));
        assertThat(visitor.get(services() + "/record").body())
                .contains(TITLE, "样本少")
                .doesNotContain("张三", "某某公司");

        zones.in(
                zone,
                () -> {
                    record.show(false);
                    return null;
                });
        soon(() -> assertThat(visitor.get(services() + "/record").statusCode()).isEqualTo(404));
    }

    @Test
    void progress_is_told_to_whoever_has_receipt_and_code_and_kept_by_nobody() throws Exception {
        var receipt = takenIn(published(TITLE));

        var answer = asked(receipt.number(), receipt.code());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(TITLE, receipt.number())
                .doesNotContain("张三", "13800000000", "某某公司", "丙项目");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();

        var form =
                visitor.get(
                        progress()
                                + "?"
                                + Visitor.encoded(
                                        Map.of(
                                                "receipt",
                                                receipt.number(),
                                                "code",
                                                receipt.code())));
        assertThat(form.body()).as("a link does not show it").doesNotContain(TITLE);
    }

    @Test
    void a_wrong_receipt_and_a_wrong_code_are_one_sentence() throws Exception {
        var receipt = takenIn(published(TITLE));
        var missing = receipt.number().substring(0, receipt.number().length() - 6) + "999999";

        var wrongCode = asked(receipt.number(), "AAAAAAAA").body().replace(receipt.number(), "#");
        var wrongReceipt = asked(missing, receipt.code()).body().replace(missing, "#");

        assertThat(wrongCode)
                .isEqualTo(wrongReceipt)
                .contains("role=\"alert\"")
                .doesNotContain(TITLE);
    }

    @Test
    void what_is_another_parks_is_answered_as_what_is_not_there() throws Exception {
        var id = published(TITLE);
        var receipt = takenIn(id);
        var other = "t" + UUID.randomUUID().toString().substring(0, 10);
        zones.zone(other);
        var elsewhere = services().replace(zone, other);

        assertThat(same(visitor.get(elsewhere + "/" + id)))
                .isEqualTo(same(visitor.get(elsewhere + "/" + UUID.randomUUID())));
        assertThat(names(elsewhere)).isEmpty();
        assertThat(
                        visitor.post(
                                        progress().replace(zone, other),
                                        Map.of("receipt", receipt.number(), "code", receipt.code()))
                                .body())
                .doesNotContain(TITLE);
        for (var nowhere :
                List.of(
                        "/z/nosuchpark/services",
                        "/z/nosuchpark/services/" + id,
                        "/z/nosuchpark/progress",
                        services() + "/..%2f..%2fetc")) {
            assertThat(visitor.get(nowhere).statusCode()).as(nowhere).isIn(404, 400);
        }
    }

    @Test
    void a_suspended_park_is_not_there() throws Exception {
        var id = published(TITLE);
        assertThat(visitor.get(services() + "/" + id).statusCode()).isEqualTo(200);

        zones.in(
                "deyang",
                () -> {
                    life.suspend(zones.zone(zone), "等保整改");
                    return null;
                });

        soon(() -> {
            for (var path : List.of(services(), services() + "/" + id, progress())) {
                assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(404);
            }
        });
    }

    @Test
    void nobody_writes_there_but_to_ask_for_progress() throws Exception {
        published(TITLE);
        for (var method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            var answer =
                    visitor.send(
                            HttpRequest.newBuilder().method(method, BodyPublishers.ofString("x")),
                            services());
            assertThat(answer.statusCode()).as(method).isEqualTo(405);
        }
        assertThat(
                        visitor.send(
                                        HttpRequest.newBuilder()
                                                .method("PUT", BodyPublishers.ofString("x")),
                                        progress())
                                .statusCode())
                .isEqualTo(405);
    }

    private ServiceId published(String title) {
        return zones.in(
                zone,
                () -> {
                    var id = keeping.begin(null, ServiceTrack.PARK, null, note(title, List.of()));
                    keeping.publish(id, version(id));
                    return id;
                });
    }

    private long version(ServiceId id) {
        return catalogue.find(id).row().version();
    }

    private FileId attached(ServiceId id, String name, String content) {
        return zones.in(
                zone,
                () ->
                        attachments
                                .attach(
                                        ServiceRecords.of(id),
                                        name,
                                        new ByteArrayInputStream(
                                                content.getBytes(StandardCharsets.UTF_8)))
                                .id());
    }

    private Receipt takenIn(ServiceId id) {
        return zones.in(
                zone,
                () ->
                        counter.takeIn(
                                new CounterNote(
                                        id,
                                        null,
                                        "某某公司",
                                        null,
                                        new Applicant("张三", "13800000000"),
                                        new FormAnswers(
                                                Map.of("project", List.of("丙项目")), Map.of()),
                                        false,
                                        Set.of(),
                                        Set.of("drawings", "licence")),
                                UUID.randomUUID()));
    }

    private static ServiceNote note(String title, List<Sample> samples) {
        return new ServiceNote(
                new GuideText(title, "园区企业", "取得土地使用证明。", "网上提交。", null, "许可证", null),
                new GuideText(
                        "Construction permit",
                        "Enterprises",
                        "Land.",
                        "Hand in online.",
                        null,
                        "Permit",
                        null),
                List.of(new LegalGround("《中华人民共和国建筑法》", "第七条")),
                List.of(
                        new Material(
                                "drawings",
                                "施工图纸",
                                "Drawings",
                                1,
                                0,
                                true,
                                false,
                                false,
                                null,
                                List.of(),
                                samples),
                        new Material(
                                "licence",
                                "营业执照",
                                "Business licence",
                                0,
                                1,
                                true,
                                false,
                                true,
                                null,
                                List.of(),
                                List.of())),
                ServiceKind.COMMITTED,
                null,
                10,
                Set.of(),
                0,
                null,
                List.of("工程建设"),
                new FormDefinition(
                        List.of(
                                new FormSection(
                                        "项目",
                                        "Project",
                                        List.of(
                                                FormField.of(
                                                        "project",
                                                        FieldKind.TEXT,
                                                        "项目名称",
                                                        true))))),
                ServiceDefaults.procedure(ServiceTrack.PARK, 10),
                List.of(),
                List.of());
    }

    private HttpResponse<String> asked(String receipt, String code) throws Exception {
        return visitor.post(progress(), Map.of("receipt", receipt, "code", code));
    }

    private HttpResponse<String> known(String path, String tag) throws Exception {
        return visitor.send(HttpRequest.newBuilder().header("If-None-Match", tag), path);
    }

    private List<String> names(String path) throws Exception {
        var answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        var names = new ArrayList<String>();
        NAME.matcher(answer.body())
                .results()
                .forEach(found -> names.add(found.group(1).replaceAll("</?mark>", "")));
        return names;
    }

    /** All that an answer tells, but for the time of day. */
    private static String same(HttpResponse<String> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return answer.statusCode() + "\n" + headers + "\n" + answer.body();
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
    }

    private String services() {
        return "/z/" + zone + "/services";
    }

    private String progress() {
        return "/z/" + zone + "/progress";
    }
}
