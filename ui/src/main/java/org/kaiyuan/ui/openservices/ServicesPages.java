package org.kaiyuan.ui.openservices;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.ui.openpages.Gate;
import org.kaiyuan.ui.openpages.KeptPage;
import org.kaiyuan.ui.openpages.Look;
import org.kaiyuan.ui.openpages.PageWords;
import org.kaiyuan.ui.openpages.Templates;
import org.springframework.stereotype.Component;

/** Makes pages, a few at a time, and keeps what everybody asks for a moment. */
@Component
class ServicesPages {
    /** What was published, or is due, is seen by everybody within this time. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final int AT_ONCE = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Gate gate = new Gate(AT_ONCE, PATIENCE);
    private final Cache<String, KeptPage> pages =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_BYTES)
                    .<String, KeptPage>weigher(
                            (key, page) -> 300 + 2 * key.length() + page.packed().length)
                    .expireAfterWrite(KEPT)
                    .build();
    private final Look look;
    private final Templates templates;

    ServicesPages(Look look, Templates templates) {
        this.look = look;
        this.templates = templates;
    }

    /** A template and what it shows. */
    record Page(String template, Map<String, Object> model) {}

    /**
     * @param key of the page within its park and language; null for one that is not kept
     * @param made null for nothing
     * @throws org.kaiyuan.ui.openpages.TooBusy when too many others are being made
     */
    @Nullable KeptPage get(
            ServicesVisit visit, @Nullable String key, Supplier<@Nullable Page> made) {
        var whole = visit.address().root() + " " + visit.address().english() + " " + key;
        var kept = key == null ? null : pages.getIfPresent(whole);
        if (kept != null) {
            return kept;
        }
        return gate.through(() -> {
            var page = SystemActing.inTenant(visit.zone().id(), made::get);
            if (page == null) {
                return null;
            }
            var model = new HashMap<>(page.model());
            model.put("visit", visit);
            var written = written(new Page(page.template(), model), visit.words());
            if (key != null) {
                pages.put(whole, written);
            }
            return written;
        });
    }

    /** Of no park. */
    KeptPage written(Page page, PageWords words) {
        var model = new HashMap<>(page.model());
        model.put("look", look);
        var out = new StringWriter(16_384);
        templates.write(page.template(), words, model, out);
        return KeptPage.of(out.toString().getBytes(StandardCharsets.UTF_8));
    }
}
