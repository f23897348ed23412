package org.kaiyuan.delegation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.names.ChineseText;

/**
 * What a power is based on: 设定依据.
 *
 * @param title of the law, regulation or rule
 * @param article such as 第二十二条
 * @param since when it was amended or repealed; null while it is in force, or where nobody said
 */
public record LegalBasis(
        String title, @Nullable String article, BasisState state, @Nullable LocalDate since) {
    public LegalBasis {
        title = ChineseText.storable(title).strip();
        article =
                article == null || article.isBlank() ? null : ChineseText.storable(article).strip();
    }
}
