/** `lma org open`: a page of the local org that logs in by itself. */
import { Command } from '@oclif/core';
import { loginUrl } from '../../salesforce/scratch-org.ts';
import { connectTo, TARGET_FLAGS } from '../target.ts';

export default class OrgOpen extends Command {
  static override summary = 'Print the address of a page that logs in by itself; it holds for one use.';
  static override enableJsonFlag = true;
  static override flags = { 'target-org': TARGET_FLAGS['target-org'], data: TARGET_FLAGS.data };

  async run(): Promise<{ status: number; result: { url: string }; warnings: string[] }> {
    const { flags } = await this.parse(OrgOpen);
    const url = await loginUrl(await connectTo(flags));
    this.log(url);
    return { status: 0, result: { url }, warnings: [] };
  }
}
