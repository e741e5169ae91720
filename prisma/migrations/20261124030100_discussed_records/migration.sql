-- Feedback and market notes can be followed and discussed and have files, as deals, customers and
-- follow-ups can. What has no words of its own is called by what it is, in both languages.
UPDATE record_kind SET title = 'coalesce(r.subject, CASE r.kind WHEN ''call'' THEN ''电话'' WHEN ''visit'' THEN ''拜访'' WHEN ''meeting'' THEN ''会议'' WHEN ''mail'' THEN ''邮件'' WHEN ''message'' THEN ''消息'' WHEN ''proposal'' THEN ''方案'' WHEN ''demo'' THEN ''演示'' WHEN ''training'' THEN ''培训'' END)',
  title_en = 'CASE WHEN r.subject IS NULL THEN CASE r.kind WHEN ''call'' THEN ''Call'' WHEN ''visit'' THEN ''Visit'' WHEN ''meeting'' THEN ''Meeting'' WHEN ''mail'' THEN ''E-mail'' WHEN ''message'' THEN ''Message'' WHEN ''proposal'' THEN ''Proposal'' WHEN ''demo'' THEN ''Demo'' WHEN ''training'' THEN ''Training'' END END'
WHERE kind = 'activity';
SELECT register_record_kind('feedback', 'coalesce(left(r.text, 80), CASE r.kind WHEN ''nps'' THEN ''NPS 调查'' WHEN ''csat'' THEN ''满意度 CSAT'' WHEN ''ces'' THEN ''费力度 CES'' WHEN ''complaint'' THEN ''投诉'' WHEN ''praise'' THEN ''表扬'' WHEN ''suggestion'' THEN ''建议'' WHEN ''lost_deal'' THEN ''丢单访谈'' END)',
  'CASE WHEN r.text IS NULL THEN CASE r.kind WHEN ''nps'' THEN ''NPS survey'' WHEN ''csat'' THEN ''CSAT survey'' WHEN ''ces'' THEN ''CES survey'' WHEN ''complaint'' THEN ''Complaint'' WHEN ''praise'' THEN ''Praise'' WHEN ''suggestion'' THEN ''Suggestion'' WHEN ''lost_deal'' THEN ''Lost-deal interview'' END END', 'r.owner_id');
SELECT register_record_kind('market_note', 'r.title', owner_id => 'r.author_id');
