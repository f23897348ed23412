package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.delegation.BasisState;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.delegation.LegalBasis;
import org.kaiyuan.delegation.ListDrafting;
import org.kaiyuan.delegation.ListId;
import org.kaiyuan.delegation.ListPublishing;
import org.kaiyuan.delegation.MatterDraft;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.MatterKeeping;
import org.kaiyuan.delegation.MatterKind;
import org.kaiyuan.delegation.PowerListKind;
import org.kaiyuan.delegation.PublicShowing;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a zone shows, as anybody gets it over real HTTP, without a browser's manners. */
@WholeHouse
class OpenPowersTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
    private static final Pattern LD =
            Pattern.compile(
                    "<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern NEXT = Pattern.compile("<a rel=\"next[^\"]*\" href=\"([^\"]+)\"");
    private static final Pattern PREVIOUS =
            Pattern.compile("<a rel=\"prev[^\"]*\" href=\"([^\"]+)\"");
    private static final Pattern NAME =
            Pattern.compile("<h3><a href=\"[^\"]*\" lang=\"zh-CN\">([^<]*)</a></h3>");

    @LocalServerPort int port;
    @Autowired Zones zones;
    @Autowired MatterKeeping matters;
    @Autowired ListDrafting drafting;
    @Autowired ListPublishing publishing;
    @Autowired PublicShowing showing;

    private Visitor visitor = new Visitor(0);
    private String zone = "";
    private ListId list = new ListId(new UUID(0, 0));

    @BeforeEach
    void a_zone_of_its_own() {
        visitor = new Visitor(port);
        zone = "o" + UUID.randomUUID().toString().substring(0, 10);
        list = zones.in(zone, () -> drafting.begin(PowerListKind.EMPOWERMENT, "赋权清单（第一批）"));
    }

    @Test
    void everything_is_read_without_a_session_a_cookie_or_a_foreign_host() throws Exception {
        var entry = granted("企业投资项目备案", "行政审批局");
        publish();
        show();

        for (var path : all(entry)) {
            var answer = visitor.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Set-Cookie")).as(path).isEmpty();
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "frame-ancestors 'none'");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .as(path)
                    .startsWith("public");
            assertThat(answer.body().replace("https://schema.org", ""))
                    .as(path)
                    .doesNotContain("https://", "http://", "JSESSIONID");
        }
        assertThat(visitor.cookie("JSESSIONID")).isEmpty();
    }

    @Test
    void nobody_writes_there() throws Exception {
        for (var method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            var answer =
                    visitor.send(
                            HttpRequest.newBuilder().method(method, BodyPublishers.ofString("x")),
                            powers());
            assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
        assertThat(
                        visitor.send(
                                        HttpRequest.newBuilder()
                                                .method("HEAD", BodyPublishers.noBody()),
                                        powers())
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_did_not_change_is_not_sent_again() throws Exception {
        granted("企业投资项目备案", "行政审批局");
        publish();
        show();
        var first = visitor.get(powers());
        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Last-Modified")).isPresent();
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("public, max-age=60");

        var again = known(powers(), tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();

        granted("建筑工程施工许可", "行政审批局");
        publish();
        soon(() -> assertThat(known(powers(), tag).statusCode()).isEqualTo(200));
    }

    @Test
    void what_is_not_shown_is_answered_as_what_is_not_there() throws Exception {
        var entry = granted("企业投资项目备案", "行政审批局");
        publish();
        var hidden = all(entry);
        for (var path : hidden) {
            var missing =
                    path.replace(zone, "nosuchzone")
                            .replace(list.toString(), UUID.randomUUID().toString())
                            .replace(entry.toString(), UUID.randomUUID().toString());
            assertThat(same(visitor.get(path))).as(path).isEqualTo(same(visitor.get(missing)));
        }
        show();
        soon(() -> assertThat(visitor.get(powers()).statusCode()).isEqualTo(200));
        for (var path :
                List.of(
                        powers() + "/" + UUID.randomUUID(),
                        powers() + "/lists/" + UUID.randomUUID(),
                        powers() + "/lists/" + list + "/v/2",
                        powers() + "/lists/" + list + "/v/0.csv",
                        powers() + "/" + entry + "/v/99",
                        powers() + "/..%2f..%2fetc",
                        "/z/" + zone + "/anything/else")) {
            assertThat(visitor.get(path).statusCode()).as(path).isIn(404, 400);
        }
        zones.in(
                zone,
                () -> {
                    showing.hide(1);
                    return null;
                });
        soon(() -> {
            for (var path : hidden) {
                assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(404);
            }
        });
    }

    @Test
    void names_are_text_wherever_they_stand() throws Exception {
        var evil = "<script>alert(1)</script>\"' onload=x ${7*7} [[${7*7}]] </title>";
        var entry = granted(evil, "<img src=x onerror=alert(2)>局");
        publish();
        show();

        for (var path : all(entry)) {
            if (path.endsWith(".json") || path.endsWith(".csv") || path.endsWith(".xlsx")) {
                continue;
            }
            var body = visitor.get(path).body();
            assertThat(body)
                    .as(path)
                    .doesNotContain("<script>alert", "<img src=x", "[[49]]", "</script>\"'");
            if (!path.contains("?q=")) { // the index may be a moment behind
                assertThat(body).as(path).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
            }
        }
        var data = visitor.get(powers() + "/" + entry).body();
        assertThat((String) JsonPath.read(ld(data), "$.name")).isEqualTo(evil);
    }

    @Test
    void a_search_of_anything_is_answered_as_a_search() throws Exception {
        granted("企业投资项目备案", "行政审批局");
        publish();
        show();
        for (var odd :
                List.of(
                        "'; drop table delegation.shown_wording; --",
                        "%00",
                        "\"><script>alert(1)</script>",
                        "${7*7}",
                        "x".repeat(3_000),
                        "备".repeat(600),
                        "\\",
                        "*")) {
            var answer =
                    visitor.get(
                            powers()
                                    + "?"
                                    + Visitor.encoded(
                                            Map.of(
                                                    "q", odd, "type", odd, "body", odd, "page",
                                                    odd)));
            assertThat(answer.statusCode()).as(odd).isIn(200, 400);
            assertThat(answer.body()).as(odd).doesNotContain("<script>alert", "Exception");
        }
    }

    @Test
    void a_power_is_found_by_pinyin_and_narrowed_by_what_is_beside_it() throws Exception {
        granted("企业投资项目备案", "行政审批局");
        granted("建筑工程施工许可", "住房建设局");
        publish();
        show();

        for (var typed : List.of("qytzxm", "qiyetouzi", "投资项目备案")) {
            soon(() ->
                    assertThat(names(powers() + "?" + Visitor.encoded(Map.of("q", typed))))
                            .as(typed)
                            .containsExactly("企业投资项目备案"));
        }
        assertThat(names(powers() + "?" + Visitor.encoded(Map.of("body", "住房建设局"))))
                .containsExactly("建筑工程施工许可");
        assertThat(names(powers() + "?" + Visitor.encoded(Map.of("body", "没有的局")))).isEmpty();
        assertThat(names(powers() + "?type=PENALTY")).isEmpty();
        assertThat(visitor.get(powers() + "?type=PENALTY").body()).doesNotContain("<ol");
        assertThat(names(powers() + "?type=PERMIT&lang=en")).hasSize(2);
    }

    @Test
    void pages_lead_on_and_back_until_all_was_shown_once() throws Exception {
        zones.in(
                zone,
                () -> {
                    var changes = new ArrayList<ListDrafting.Change>();
                    for (int i = 0; i < 120; i++) {
                        changes.add(
                                new ListDrafting.Change(
                                        null, note(matter("事项%03d".formatted(i)), "行政审批局")));
                    }
                    drafting.putAll(list, changes);
                    return null;
                });
        publish();
        show();

        var seen = new ArrayList<String>();
        var path = powers();
        var places = new ArrayList<String>();
        while (path != null) {
            places.add(path);
            seen.addAll(names(path));
            path = link(NEXT, visitor.get(path).body());
        }
        assertThat(seen).hasSize(120).isSorted().doesNotHaveDuplicates();
        assertThat(places).hasSize(3);
        var back = link(PREVIOUS, visitor.get(places.get(2)).body());
        assertThat(names(back)).isEqualTo(names(places.get(1)));
        assertThat(link(PREVIOUS, visitor.get(powers()).body())).isNull();
        assertThat(names(edition(1) + "?after=" + UUID.randomUUID())).as("any place").isNotNull();
    }

    @Test
    void the_link_of_a_version_shows_the_same_whatever_is_published_later() throws Exception {
        var entry = granted("企业投资项目备案", "行政审批局");
        publish();
        show();
        var version = visitor.get(edition(1));
        assertThat(version.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        var power = visitor.get(powers() + "/" + entry + "/v/1");
        var table = visitor.get(edition(1) + ".csv").body();

        zones.in(
                zone,
                () -> {
                    drafting.put(list, entry, note(matter("企业投资项目备案"), "高新区管委会"));
                    return null;
                });
        publish();
        soon(() -> assertThat(visitor.get(powers()).body()).contains("高新区管委会"));

        assertThat(visitor.get(edition(1)).body()).isEqualTo(version.body());
        assertThat(visitor.get(powers() + "/" + entry + "/v/1").body()).isEqualTo(power.body());
        assertThat(visitor.get(edition(1) + ".csv").body()).isEqualTo(table);
        assertThat(visitor.get(edition(2)).body()).contains("高新区管委会");
        assertThat(visitor.get(powers() + "/" + entry).body())
                .contains("第 2 版调整", "承接主体：行政审批局 → 高新区管委会", "第 1 版列入清单");
        var newest = visitor.get(powers() + "/lists/" + list + "/now.csv");
        assertThat(newest.statusCode()).isEqualTo(302);
        assertThat(newest.headers().firstValue("Location")).hasValue(edition(2) + ".csv");
    }

    @Test
    void files_say_what_the_page_says_and_run_nothing() throws Exception {
        granted("=HYPERLINK(\"http://evil\",\"点我\")", "+行政审批局");
        publish();
        show();

        var csv = visitor.get(edition(1) + ".csv");
        assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment");
        assertThat(csv.body())
                .startsWith("\ufeff序号,事项名称,事项类型,原行使部门,承接主体,行使方式,设定依据,生效日期,备注")
                .contains("\"'=HYPERLINK(", ",'+行政审批局,");
        var json = visitor.get(edition(1) + ".json").body();
        assertThat((String) JsonPath.read(json, "$.entries[0].matter")).startsWith("=HYPERLINK");
        assertThat((String) JsonPath.read(json, "$.entries[0].effectiveOn"))
                .isEqualTo("2026-04-01");
        assertThat((String) JsonPath.read(json, "$.entries[0].bases[0].title"))
                .isEqualTo("企业投资项目核准和备案管理条例");
        assertThat(visitor.get(edition(1) + ".xlsx").body()).startsWith("PK");
        var printed = visitor.get(edition(1) + "/print").body();
        assertThat(printed).contains("<caption>赋权清单（第一批）</caption>", "《企业投资项目核准和备案管理条例》第三条");
        var tag = csv.headers().firstValue("ETag").orElseThrow();
        assertThat(known(edition(1) + ".csv", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void machines_read_who_decides_by_which_law() throws Exception {
        var entry = granted("企业投资项目备案", "行政审批局");
        publish();
        show();

        var power = ld(visitor.get(powers() + "/" + entry).body());
        assertThat((String) JsonPath.read(power, "$.@context")).isEqualTo("https://schema.org");
        assertThat((String) JsonPath.read(power, "$.@type")).isEqualTo("GovernmentService");
        assertThat((String) JsonPath.read(power, "$.provider.name")).isEqualTo("行政审批局");
        assertThat((String) JsonPath.read(power, "$.subjectOf[0].legislationIdentifier"))
                .isEqualTo("府发〔2026〕1号");
        assertThat((String) JsonPath.read(power, "$.subjectOf[1].name"))
                .isEqualTo("企业投资项目核准和备案管理条例 第三条");
        var lists = ld(visitor.get(powers()).body());
        assertThat((String) JsonPath.read(lists, "$.dataset[0].name")).isEqualTo("赋权清单（第一批）");
        var edition = ld(visitor.get(edition(1)).body());
        assertThat((List<String>) JsonPath.read(edition, "$.distribution[*].contentUrl"))
                .contains(edition(1) + ".csv");
    }

    @Test
    void who_asks_too_often_waits_at_that_address_alone() throws Exception {
        var random = ThreadLocalRandom.current();
        var greedy = "203.0.%d.%d".formatted(random.nextInt(256), random.nextInt(256));
        HttpResponse<String> refused = null;
        for (int i = 0; i < 3_000 && refused == null; i++) {
            var answer = from(greedy);
            refused = answer.statusCode() == 429 ? answer : null;
        }

        assertThat(refused).as("there is a limit").isNotNull();
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
        assertThat(refused.body()).contains("请求过于频繁").doesNotContain("login");
        assertThat(from("203.1.0.9").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> from(String address) throws Exception {
        return visitor.send(
                HttpRequest.newBuilder()
                        .header("X-Forwarded-For", address)
                        .header("Accept", "text/html"),
                powers());
    }

    private HttpResponse<String> known(String path, String tag) throws Exception {
        return visitor.send(HttpRequest.newBuilder().header("If-None-Match", tag), path);
    }

    private List<String> all(EntryId entry) {
        return List.of(
                powers(),
                powers() + "?q=" + "x",
                powers() + "/" + entry,
                powers() + "/" + entry + "/v/1",
                powers() + "/lists/" + list,
                edition(1),
                edition(1) + ".csv",
                edition(1) + ".json",
                edition(1) + ".xlsx",
                edition(1) + "/print");
    }

    /** All that an answer tells, but for the time of day. */
    private static String same(HttpResponse<String> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return answer.statusCode() + "\n" + headers + "\n" + answer.body();
    }

    private List<String> names(String path) throws Exception {
        var answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return NAME.matcher(answer.body())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toList());
    }

    private static String link(Pattern pattern, String body) {
        var found = pattern.matcher(body);
        return found.find() ? found.group(1).replace("&amp;", "&") : null;
    }

    private static String ld(String body) {
        var found = LD.matcher(body);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
    }

    private String powers() {
        return "/z/" + zone + "/powers";
    }

    private String edition(int number) {
        return powers() + "/lists/" + list + "/v/" + number;
    }

    private EntryId granted(String name, String body) {
        return zones.in(zone, () -> drafting.put(list, null, note(matter(name), body)));
    }

    private void publish() {
        zones.in(
                zone,
                () -> {
                    if (!publishing.check(list).isEmpty()) {
                        publishing.letPass(list, "测试");
                    }
                    return publishing.publish(list, null);
                });
    }

    private void show() {
        zones.in(
                zone,
                () -> {
                    showing.show(null, showing.now().version());
                    return null;
                });
    }

    private MatterId matter(String name) {
        return matters.add(
                new MatterDraft(
                        null,
                        null,
                        name,
                        MatterKind.PERMIT,
                        "投资立项",
                        List.of(
                                new LegalBasis(
                                        "企业投资项目核准和备案管理条例", "第三条", BasisState.IN_FORCE, null))));
    }

    private static EntryNote note(MatterId matter, String body) {
        return new EntryNote(
                matter,
                EntryAct.GRANT,
                null,
                "市发展和改革委员会",
                body,
                DelegationMode.DIRECT,
                EntryNote.Scope.ALL,
                EntryNote.Days.from(FIRST),
                new EntryNote.Paper(null, "府发〔2026〕1号", FIRST.minusDays(30), "市人民政府"),
                EntryNote.Paper.NONE,
                EntryNote.Particulars.NONE,
                null);
    }
}
