package org.kaiyuan.ui.openpowers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.ui.openpages.Gate;
import org.kaiyuan.ui.openpages.KeptPage;
import org.kaiyuan.ui.openpages.OpenPagesSettings;
import org.kaiyuan.ui.openpages.Templates;
import org.springframework.stereotype.Component;

/**
 * Pages that were asked for before. Bounded by bytes: whoever asks thousands of questions that nobody else asks puts none of those
 * out that many ask for.
 */
@Component
class KeptPages {
    /** A search sees what was just published a moment later than a list does, so it is not believed for longer. */
    private static final Duration SEARCHED = Duration.ofSeconds(10);

    private static final Duration LISTED = Duration.ofHours(6);

    /** What a key and its place take, roughly. */
    private static final int KEY = 300;

    private final Cache<Key, KeptPage> pages;
    private final Gate gate;
    private final Templates templates;

    KeptPages(OpenPagesSettings settings, Templates templates) {
        this.templates = templates;
        gate = new Gate(settings.atOnce(), settings.patience());
        pages =
                Caffeine.newBuilder()
                        .maximumWeight(settings.kept().toBytes())
                        .<Key, KeptPage>weigher(
                                (key, page) -> KEY + 2 * key.page().length() + page.packed().length)
                        .expireAfter(
                                Expiry.<Key, KeptPage>writing(
                                        (key, page) -> key.searched() ? SEARCHED : LISTED))
                        .build();
    }

    /** @param revision of what the zone shows: with another one everything is asked anew */
    private record Key(
            UUID revision, LocalDate today, String context, String page, boolean searched) {}

    /** A template and what it shows. */
    record Page(String template, Map<String, Object> model) {}

    /**
     * @param page its address, however it was asked for
     * @param searched whether the index was asked for it
     * @param made what it shows; null for nothing, which is not kept
     * @throws TooBusy when too many others are being made
     */
    @Nullable KeptPage get(
            Visit visit, String page, boolean searched, Supplier<@Nullable Page> made) {
        var key =
                new Key(
                        visit.zone().revision(),
                        visit.today(),
                        visit.address().context(),
                        page + (visit.address().english() ? " en" : ""),
                        searched);
        var kept = pages.getIfPresent(key);
        return kept != null ? kept : gate.through(() -> fresh(key, visit, made));
    }

    /** Whoever waited looks once more: it may be what others waited for as well. */
    private @Nullable KeptPage fresh(Key key, Visit visit, Supplier<@Nullable Page> made) {
        var meanwhile = pages.getIfPresent(key);
        if (meanwhile != null) {
            return meanwhile;
        }
        var page = made.get();
        if (page == null) {
            return null;
        }
        var written = written(page, visit.words());
        pages.put(key, written);
        return written;
    }

    /** One that belongs to no zone. */
    KeptPage written(Page page, Words words) {
        var out = new StringWriter(16_384);
        templates.write(page.template(), words, page.model(), out);
        return KeptPage.of(out.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes that are kept now. */
    long weight() {
        pages.cleanUp();
        return pages.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }
}
