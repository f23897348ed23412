package org.kaiyuan.delegation.search;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.search.names.NameForms;

/** A matter's name and codes as both indexes have them, so that both are asked by {@link MatterWords}. */
final class MatterForms {
    private MatterForms() {}

    /** To which a document adds what is its own. */
    static Map<String, Object> of(String name, @Nullable String code, @Nullable String basicCode) {
        var forms = NameForms.of(name);
        var key = ChineseText.key(name);
        Map<String, Object> p = new HashMap<>();
        p.put("key", key);
        p.put("one", key);
        p.put("two", key);
        p.put("pinyin", forms.pinyin());
        p.put("initials", forms.initials());
        p.put("initialLetters", forms.initials());
        p.put("pinyinGrams", forms.pinyinGrams());
        Map<String, Object> source = new HashMap<>();
        source.put("name", name);
        source.put("p", p);
        if (code != null) {
            source.put("code", MatterWords.code(code));
        }
        if (basicCode != null) {
            source.put("basicCode", MatterWords.code(basicCode));
        }
        return source;
    }
}
