package org.kaiyuan.enterprises;

/** One entry of the managed list of qualifications, such as {@code HIGH_TECH} 高新技术企业. */
public record QualificationKind(String code, String name) {}
