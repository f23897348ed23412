package org.kaiyuan.services;

/**
 * Words of a letter.
 *
 * @param numbering such as {@code 德开受字〔{year}〕{number}号}
 * @param body paragraphs with places such as {@code {applicant}}; see {@link LetterPlace}
 */
public record LetterTemplate(LetterKind kind, String title, String numbering, String body) {}
