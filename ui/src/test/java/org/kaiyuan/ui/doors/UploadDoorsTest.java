package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.CreditCode;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.files.FileId;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where pages send files in pieces, over real HTTP. */
@WholeHouse
class UploadDoorsTest {
    private static final String PASSWORD = "a-password-of-the-test";
    private static final int PIECE = 1 << 16;
    private static final byte[] TEXT = text();

    @LocalServerPort int port;
    @Autowired Zones zones;
    @Autowired AccountRegistration accounts;
    @Autowired EnterpriseRegistration enterprises;
    @Autowired Attachments attachments;

    private String zone = "";
    private RecordRef firm = new RecordRef("enterprises.enterprise", new UUID(0, 0));
    private Visitor visitor = new Visitor(0);
    private String csrf = "";

    @BeforeEach
    void aZoneWithAnEnterprise() throws Exception {
        zone = "u" + UUID.randomUUID().toString().substring(0, 12);
        zones.in(
                zone,
                () -> {
                    accounts.join(
                            accounts.register(zone + "-zhang", PASSWORD, "张三", false, false),
                            Role.ZONE_STAFF);
                    accounts.join(
                            accounts.register(zone + "-li", PASSWORD, "李四", false, false),
                            Role.ZONE_STAFF);
                    firm = new RecordRef(firm.kind(), enterprises.register(coded()).value());
                    return firm;
                });
        visitor = signedIn(zone + "-zhang");
        csrf = visitor.csrf("/");
    }

    @Test
    void a_file_comes_in_pieces_and_goes_on_where_it_stopped() throws Exception {
        var begun = begin(visitor, csrf, firm);
        assertThat(begun.statusCode()).isEqualTo(201);
        assertThat(JsonPath.<Integer>read(begun.body(), "$.piece")).isEqualTo(1 << 20);
        var path = "/uploads/" + JsonPath.<String>read(begun.body(), "$.id");

        var first = piece(visitor, csrf, path, 0, 0, PIECE);
        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(offset(first)).isEqualTo(PIECE);
        assertThat(offset(visitor.get(path))).isEqualTo(PIECE);
        var wrong = piece(visitor, csrf, path, 2L * PIECE, PIECE, TEXT.length);
        assertThat(wrong.statusCode()).isEqualTo(409);
        assertThat(offset(wrong)).isEqualTo(PIECE);
        var early = post(visitor, csrf, path + "/finish");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(offset(early)).isEqualTo(PIECE);
        assertThat(offset(piece(visitor, csrf, path, 0, 0, PIECE))).as("twice").isEqualTo(PIECE);

        var anew = signedIn(zone + "-zhang"); // the page was loaded anew, on a session of its own
        var word = anew.csrf("/");
        piece(anew, word, path, PIECE, PIECE, TEXT.length);
        var finished = post(anew, word, path + "/finish");

        assertThat(finished.statusCode()).isEqualTo(200);
        var file = new FileId(UUID.fromString(JsonPath.read(finished.body(), "$.file")));
        assertThat(post(visitor, csrf, path + "/finish").body()).isEqualTo(finished.body());
        zones.in(
                zone,
                () -> {
                    try (var opened = attachments.open(file)) {
                        assertThat(opened.content().readAllBytes()).isEqualTo(TEXT);
                        assertThat(opened.file().uploadedBy()).isEqualTo("张三");
                    }
                    return file;
                });
    }

    @Test
    void strangers_get_a_status_and_never_a_login_page() throws Exception {
        var path = "/uploads/" + UUID.randomUUID();
        var stranger = new Visitor(port);
        var word = stranger.csrf("/login");

        for (var answer :
                new HttpResponse<?>[] {
                    begin(stranger, word, firm),
                    stranger.get(path),
                    piece(stranger, word, path, 0, 0, PIECE),
                    post(stranger, word, path + "/finish")
                }) {
            assertThat(answer.statusCode()).as("%s", answer).isEqualTo(401);
        }
        assertThat(begin(stranger, "made-up", firm).statusCode()).isEqualTo(403);
        assertThat(begin(new Visitor(port), "", firm).statusCode()).isEqualTo(403);
    }

    @Test
    void another_page_cannot_send_in_ones_name() throws Exception {
        var path = "/uploads/" + JsonPath.<String>read(begin(visitor, csrf, firm).body(), "$.id");

        assertThat(begin(visitor, "", firm).statusCode()).isEqualTo(403);
        assertThat(piece(visitor, "", path, 0, 0, PIECE).statusCode()).isEqualTo(403);
        assertThat(post(visitor, "made-up", path + "/finish").statusCode()).isEqualTo(403);
    }

    @Test
    void what_somebody_else_began_is_not_there_and_neither_is_anothers_record() throws Exception {
        var path = "/uploads/" + JsonPath.<String>read(begin(visitor, csrf, firm).body(), "$.id");
        var colleague = signedIn(zone + "-li");
        var word = colleague.csrf("/");

        assertThat(colleague.get(path).statusCode()).isEqualTo(404);
        assertThat(piece(colleague, word, path, 0, 0, PIECE).statusCode()).isEqualTo(404);
        assertThat(post(colleague, word, path + "/finish").statusCode()).isEqualTo(404);
        assertThat(
                        begin(colleague, word, new RecordRef(firm.kind(), UUID.randomUUID()))
                                .statusCode())
                .isEqualTo(404);
        assertThat(offset(visitor.get(path))).isZero();
    }

    @Test
    void what_is_not_taken_is_refused_in_words_before_it_is_sent() throws Exception {
        var refused =
                visitor.send(
                        HttpRequest.newBuilder()
                                .header("X-CSRF-TOKEN", csrf)
                                .header("Accept-Language", "zh-CN")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofString(
                                                Visitor.encoded(
                                                        Map.of(
                                                                "kind",
                                                                firm.kind(),
                                                                "record",
                                                                firm.id().toString(),
                                                                "name",
                                                                "a.html",
                                                                "bytes",
                                                                "10")))),
                        "/uploads");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(JsonPath.<String>read(refused.body(), "$.detail")).startsWith("不支持“a.html”");
    }

    private Visitor signedIn(String username) throws Exception {
        var somebody = new Visitor(port);
        somebody.signIn(username, PASSWORD);
        return somebody;
    }

    private static HttpResponse<String> begin(Visitor visitor, String csrf, RecordRef record)
            throws Exception {
        return visitor.send(
                HttpRequest.newBuilder()
                        .header("X-CSRF-TOKEN", csrf)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        Visitor.encoded(
                                                Map.of(
                                                        "kind", record.kind(),
                                                        "record", record.id().toString(),
                                                        "name", "申请材料.txt",
                                                        "bytes", Integer.toString(TEXT.length))))),
                "/uploads");
    }

    private static HttpResponse<String> piece(
            Visitor visitor, String csrf, String path, long offset, int from, int to)
            throws Exception {
        return visitor.send(
                HttpRequest.newBuilder()
                        .header("X-CSRF-TOKEN", csrf)
                        .header("Content-Type", "application/octet-stream")
                        .header("Upload-Offset", Long.toString(offset))
                        .method(
                                "PATCH",
                                BodyPublishers.ofByteArray(Arrays.copyOfRange(TEXT, from, to))),
                path);
    }

    private static HttpResponse<String> post(Visitor visitor, String csrf, String path)
            throws Exception {
        return visitor.send(
                HttpRequest.newBuilder().header("X-CSRF-TOKEN", csrf).POST(BodyPublishers.noBody()),
                path);
    }

    private static long offset(HttpResponse<?> answer) {
        return answer.headers().firstValueAsLong("Upload-Offset").orElse(-1);
    }

    private static byte[] text() {
        var text = new byte[PIECE + 1000];
        Arrays.fill(text, (byte) 'x');
        return text;
    }

    private static EnterpriseProfile coded() {
        var digits =
                "91510600MA%07d"
                        .formatted(
                                (UUID.randomUUID().getMostSignificantBits() & Long.MAX_VALUE)
                                        % 10_000_000);
        var code = digits + CreditCode.checkCharacter(digits);
        return Coded.named("上传测试" + code.substring(10) + "有限公司", code);
    }
}
