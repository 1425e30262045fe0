/** `lma org log`: what the local org was asked lately, and the mail it would have sent. */
import { Command } from '@oclif/core';
import { readLog, type OrgLog as Log } from '../../start/local-control.ts';
import { connectTo, TARGET_FLAGS } from '../target.ts';

export default class OrgLog extends Command {
  static override summary = "Show the local org's latest requests and mails.";
  static override enableJsonFlag = true;
  static override flags = { data: TARGET_FLAGS.data };

  async run(): Promise<{ status: number; result: Log; warnings: string[] }> {
    const { flags } = await this.parse(OrgLog);
    const log = await readLog(await connectTo(flags));
    for (const request of log.requests) {
      const refused = request.error === undefined ? '' : `  ${request.error}`;
      this.log(
        `${new Date(request.at).toISOString()}  ${request.status}  ${request.method} ${request.path}  ${request.ms} ms${refused}`,
      );
    }
    for (const email of log.emails) this.log(`mail to ${email.to.join(', ')}: ${email.subject}`);
    return { status: 0, result: log, warnings: [] };
  }
}
