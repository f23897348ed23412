package org.kaiyuan.enterprises;

import org.kaiyuan.platform.refusal.Refusal;

/** 「标签“{0}”不能使用…」 */
public final class TagRefused extends Refusal {
    public TagRefused(String tag) {
        super("enterprises.refusal.tag", tag);
    }
}
